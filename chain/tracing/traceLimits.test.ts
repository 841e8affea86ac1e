import type { Hex } from 'viem'
import { afterEach, expect, test } from 'vitest'
import type { Mining } from '../production/mining.ts'
import type { RpcLimits } from '../rpc/limits.ts'
import { createTestNode, testAccounts } from '../testing/createTestNode.ts'

const to: Hex = '0xa100000000000000000000000000000000000001'
/** Jumps in a circle until gas is out. */
const circle = '0x5b600056'
/** The same with 16 kB of memory, of which each call of an empty account gets all. */
const calls = `0x6001613fe0525b600060006140006000600961fffffa50600656`

let node: Awaited<ReturnType<typeof createTestNode>>['node']
afterEach(() => node.close())

async function start(rpc: Partial<RpcLimits>, mining: Mining = { mode: 'instant' }) {
  const at = await createTestNode({ rpc, mining, alloc: { [to]: { code: circle } } })
  node = at.node
  return at
}

function traceCall(code: string, config: object): Promise<unknown> {
  const call = { from: testAccounts[0]!.address, to }
  const options = { ...config, stateOverrides: { [to]: { code } } }
  return node.request({ method: 'debug_traceCall', params: [call, 'latest', options] })
}

test.each([
  ['instructions', circle, {}],
  ['instructions with memory', calls, { disableStack: true, enableMemory: true }],
  ['calls with what they are given', calls, { tracer: 'callTracer' }],
  ['calls in a list', calls, { tracer: 'flatCallTracer' }],
  ['several tracers together', calls, { tracer: 'muxTracer', tracerConfig: { noopTracer: {}, callTracer: {} } }],
])('a trace of %s ends where it grows too large', async (_, code, config) => {
  await start({ traceBytes: 500_000 })
  await expect(traceCall(code, config)).rejects.toMatchObject({ code: -32005, message: /^trace too large/ })
})

test('the transactions of a block share what one answer may be', async () => {
  const { wallet } = await start({ traceBytes: 1_000_000 }, { mode: 'manual' })
  const hashes: Hex[] = []
  for (let nonce = 0; nonce < 10; nonce++) hashes.push(await wallet.sendTransaction({ to, gas: 50_000n, nonce }))
  await node.request({ method: 'evm_mine' })
  const last = hashes.at(-1)
  await expect(node.request({ method: 'debug_traceTransaction', params: [last] })).resolves.toMatchObject({
    failed: true,
  })
  await expect(node.request({ method: 'debug_traceBlockByNumber', params: ['latest'] })).rejects.toMatchObject({
    code: -32005,
  })
})

test('limit bounds the answer, not the execution', async () => {
  await start({ traceBytes: 10_000, callGas: 1_000_000 })
  expect(await traceCall(circle, { limit: 5 })).toMatchObject({ failed: true, structLogs: { length: 5 } })
})

/** Seconds of it, however little a tracer looks at. */
const long = { blockOverrides: { gasLimit: '0xffffffffff' } }

test('a trace ends when its time is over: that of the node, or less if the request says so', async () => {
  await start({ traceTime: 50, callGas: 1e12 })
  const over = { code: -32000, message: /^execution timeout.*50 ms/ }
  await expect(traceCall(circle, { ...long, tracer: 'callTracer' })).rejects.toMatchObject(over)
  await expect(traceCall(circle, { ...long, limit: 1 })).rejects.toMatchObject(over)
  const sooner = { code: -32000, message: /^execution timeout.*20 ms/ }
  await expect(traceCall(circle, { ...long, tracer: '4byteTracer', timeout: '20ms' })).rejects.toMatchObject(sooner)
  await expect(traceCall(circle, { timeout: 'soon' })).rejects.toMatchObject({ code: -32602 })
})

test('others have their turn meanwhile', async () => {
  await start({ traceTime: 200, callGas: 1e12 })
  let turns = 0
  const count = () => {
    turns++
    waiting = setImmediate(count)
  }
  let waiting = setImmediate(count)
  const over = { code: -32000, message: /^execution timeout/ }
  await expect(traceCall(circle, { ...long, tracer: 'callTracer' })).rejects.toMatchObject(over)
  clearImmediate(waiting)
  expect(turns).toBeGreaterThan(1)
})
