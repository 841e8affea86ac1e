import type { Hex } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testAccounts } from '../testing/createTestNode.ts'
import { comparable, createTwins, type Twins } from '../testing/createTwins.ts'
import { traced, tracedAccounts } from './tracedContracts.test-support.ts'

const from = testAccounts[0]!.address.toLowerCase()
/** Calls, and then creates, with more wei than it has, and once with more than there can be. */
const poor: Hex = '0xa200000000000000000000000000000000000008'
const poorCode: Hex = `0x${['6005', `7f${'ff'.repeat(32)}`].map(callWith).join('')}600060006005f05000`
let twins: Twins

function callWith(value: string): string {
  return `6000600060006000${value}73${traced.nobody.slice(2)}61fffff150`
}

let hashes: Hex[]

beforeAll(async () => {
  twins = await createTwins({ ...tracedAccounts, [poor]: { code: poorCode } })
  hashes = [
    await twins.send({ to: traced.outer, data: '0x12345678aa' }),
    await twins.send({ to: traced.reverting }),
    await twins.send({ data: '0x600160005360016000f3' }),
    await twins.send({ to: traced.broken }),
    await twins.send({ to: poor }),
  ]
})
afterAll(() => twins.stop())

async function same(method: string, ...params: unknown[]): Promise<unknown> {
  const [ours, theirs] = await twins.ask(method, ...params)
  expect(comparable(ours)).toEqual(comparable(theirs))
  return ours
}

describe('as anvil answers', () => {
  test('trace_transaction: calls, reverts, creations and the ends of contracts', async () => {
    const traces = (await same('trace_transaction', hashes[0])) as { type: string; blockHash: Hex }[]
    expect(new Set(traces.map(({ type }) => type))).toEqual(new Set(['call', 'create', 'suicide']))
    expect(traces[0]).toMatchObject({ blockHash: await blockHash(1), blockNumber: 1, transactionPosition: 0 })
    for (const hash of hashes.slice(1)) await same('trace_transaction', hash)
    expect(await same('trace_transaction', `0x${'11'.repeat(32)}`)).toEqual([])
  })

  test('trace_block', async () => {
    for (const number of ['0x0', '0x1', '0x3', 'latest', '0x99']) await same('trace_block', number)
  })

  test('trace_filter', async () => {
    const all = { fromBlock: '0x1', toBlock: '0x4' }
    for (const filter of [
      {},
      all,
      { ...all, toAddress: [traced.reverting] },
      { ...all, fromAddress: [from] },
      { ...all, fromAddress: [from], toAddress: [traced.reverting] },
      { ...all, fromAddress: [from], toAddress: [traced.reverting], mode: 'intersection' },
      { ...all, after: 2, count: 3 },
      { ...all, toAddress: [traced.heir] },
      { fromBlock: '0x3', toBlock: '0x2' },
    ]) {
      await same('trace_filter', filter)
    }
  })

  test('trace_replayBlockTransactions', async () => {
    for (const number of ['0x1', '0x2', '0x3']) await same('trace_replayBlockTransactions', number, ['trace'])
    await expect(
      twins.node.request({ method: 'trace_replayBlockTransactions', params: ['0x1', ['vmTrace']] }),
    ).rejects.toMatchObject({ code: -32602 })
  })
})

async function blockHash(number: number): Promise<Hex> {
  const params = [`0x${number.toString(16)}`, false]
  return ((await twins.node.request({ method: 'eth_getBlockByNumber', params })) as { hash: Hex }).hash
}
