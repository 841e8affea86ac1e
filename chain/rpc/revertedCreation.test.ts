import type { Hex } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testAccounts } from '../testing/createTestNode.ts'
import { comparable, createTwins, type Twins } from '../testing/createTwins.ts'

/** Init code that reverts with the byte 0xef, which no code may begin with (EIP-3541), and what a node says of it. */
const data: Hex = '0x60ef60005360016000fd'
const from = testAccounts[0]!.address
const reverted = { code: 3, data: '0xef' }

let twins: Twins
beforeAll(async () => {
  twins = await createTwins({})
})
afterAll(() => twins.stop())

test('a transaction keeps the gas that is left', async () => {
  const hash = await twins.send({ data })
  const [ours, theirs] = (await twins.ask('eth_getTransactionReceipt', hash)) as [{ gasUsed: Hex }, { gasUsed: Hex }]
  const fees = ['effectiveGasPrice', 'blobGasPrice']
  expect(comparable(ours, ...fees)).toEqual(comparable(theirs, ...fees))
  expect(ours).toMatchObject({ status: '0x0' })
  expect(Number(ours.gasUsed)).toBeLessThan(60_000)
})

test.each(['eth_call', 'eth_estimateGas'])('%s answers the data, as anvil does', async (method) => {
  for (const one of [twins.node, twins.anvil])
    await expect(one.request({ method, params: [{ from, data }] })).rejects.toMatchObject(reverted)
})

test('a trace shows the creation and why it failed', async () => {
  const [ours, theirs] = await twins.ask('debug_traceCall', { from, data }, 'latest', { tracer: 'callTracer' })
  const shown = { type: 'CREATE', error: 'execution reverted', output: '0xef' }
  expect(ours).toMatchObject(shown)
  expect(theirs).toMatchObject(shown)
})
