import type { Hex } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestNode } from '../testing/createTestNode.ts'
import type { FlatCall } from './flatCalls.ts'
import type { CallPlace } from './placeOf.ts'
import { traced, tracedAccounts } from './tracedContracts.test-support.ts'

let at: Awaited<ReturnType<typeof createTestNode>>
let hash: Hex
const alloc = Object.fromEntries(
  Object.entries(tracedAccounts).map(([address, { code, balance }]) => [
    address,
    { code, balance: BigInt(balance ?? 0) },
  ]),
)

beforeAll(async () => {
  at = await createTestNode({ alloc })
  hash = await at.wallet.sendTransaction({ to: traced.outer, gas: 500_000n })
  await at.client.waitForTransactionReceipt({ hash })
})
afterAll(() => at.node.close())

const trace = async (tracer: string, tracerConfig: object = {}) =>
  (await at.node.request({ method: 'debug_traceTransaction', params: [hash, { tracer, tracerConfig }] })) as unknown

test('flatCallTracer lists the calls, each before those it makes, and says where they are', async () => {
  const calls = (await trace('flatCallTracer')) as (FlatCall & CallPlace)[]
  const { gasUsed, blockHash } = await at.client.getTransactionReceipt({ hash })
  expect(calls.map(({ type, traceAddress }) => [type, ...traceAddress])).toEqual([
    ['call'],
    ['call', 0],
    ['call', 1],
    ['call', 2],
    ['suicide', 2, 0],
    ['call', 3],
    ['create', 4],
    ['create', 5],
    ['call', 6],
    ['suicide', 6, 0],
  ])
  expect(calls[0]).toEqual({
    type: 'call',
    action: { callType: 'call', from: expect.any(String), to: traced.outer, gas: '0x7a120', input: '0x', value: '0x0' },
    result: { gasUsed: `0x${gasUsed.toString(16)}`, output: '0x' },
    subtraces: 7,
    traceAddress: [],
    blockHash,
    blockNumber: 1,
    transactionHash: hash,
    transactionPosition: 0,
  })
  expect(calls[1]).toMatchObject({
    error: 'execution reverted',
    result: { output: expect.stringMatching(/^0x08c379a0/) },
  })
  expect(calls[5]).toMatchObject({ error: 'invalid opcode: INVALID' })
  expect(calls[5]).not.toHaveProperty('result')
  expect(calls[9]).toMatchObject({ action: { address: traced.dying, balance: '0x9', refundAddress: traced.heir } })
})

test('its options', async () => {
  const config = { includePrecompiles: true, convertParityErrors: true }
  const calls = (await trace('flatCallTracer', config)) as FlatCall[]
  expect(calls[0]?.subtraces).toBe(8)
  expect(calls[3]?.action).toMatchObject({ callType: 'staticcall', to: '0x0000000000000000000000000000000000000004' })
  expect(calls.flatMap(({ error }) => error ?? [])).toEqual(['Reverted', 'Bad instruction'])
})

test('muxTracer answers as each of its tracers would', async () => {
  const config = {
    callTracer: { withLog: true },
    '4byteTracer': null,
    prestateTracer: { diffMode: true },
    noopTracer: {},
    muxTracer: { flatCallTracer: {} },
  }
  expect(await trace('muxTracer', config)).toEqual({
    callTracer: await trace('callTracer', { withLog: true }),
    '4byteTracer': await trace('4byteTracer'),
    prestateTracer: await trace('prestateTracer', { diffMode: true }),
    noopTracer: {},
    muxTracer: { flatCallTracer: await trace('flatCallTracer') },
  })
  await expect(trace('muxTracer', { otherTracer: {} })).rejects.toMatchObject({ code: -32602 })
})

test('a tracer in JavaScript is refused with what there is instead', async () => {
  const source = '{ data: [], step: function() {}, fault: function() {}, result: function() { return this.data } }'
  await expect(trace(source)).rejects.toMatchObject({
    code: -32602,
    message: expect.stringMatching(/one of callTracer, .*tracers in JavaScript are not run/),
  })
})
