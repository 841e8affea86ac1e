import type { Hex } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Precompile } from '../../execute/index.ts'
import { fromHex, toHex } from '../hex.ts'
import { createTestNode, testAccounts } from '../testing/createTestNode.ts'
import type { CallFrame } from './callTree.ts'

const outer: Hex = '0xa100000000000000000000000000000000000001'
const inner: Hex = '0xb200000000000000000000000000000000000002'
const executeAddress: Hex = '0x0000000000000000000000000000000000000101'
const sender = testAccounts[0]!.address.toLowerCase() as Hex
const slot = (value: number): Hex => `0x${value.toString(16).padStart(64, '0')}`

const outerCode = [
  '602a600155', // storage[1] = 42
  '60005450', // read storage[0]
  '6007600052', // memory[0..32] = 7
  '609960206000a1', // log1(memory[0..32], 0x99)
  `60006000600460 1c600073${inner.slice(2)}61fffff150`, // call inner with selector 0x00000007
  '6000600060206000600461fffffa50', // staticcall identity
  '600060006020600060006101015af15000', // call EXECUTE, stop
]
  .join('')
  .replaceAll(' ', '')

// log0, then revert with Error("no")
const reason = `08c379a0${slot(32).slice(2)}${slot(2).slice(2)}${'6e6f'.padEnd(64, '0')}`
const innerCode = `60006000a0${[0, 32, 64, 96].map((at) => `7f${reason.padEnd(256, '0').slice(at * 2, at * 2 + 64)}60${at.toString(16).padStart(2, '0')}52`).join('')}60646000fd`

const precompile: Precompile = {
  name: 'EXECUTE',
  address: fromHex(executeAddress),
  run: () => ({ output: Uint8Array.of(0xee), gasUsed: 1_234n }),
}

let at: Awaited<ReturnType<typeof createTestNode>>
let hash: Hex
const trace = (config?: object) => at.node.request({ method: 'debug_traceTransaction', params: [hash, config] })

beforeAll(async () => {
  at = await createTestNode({
    precompiles: () => [precompile],
    alloc: { [outer]: { code: `0x${outerCode}` }, [inner]: { code: `0x${innerCode}` } },
  })
  hash = await at.wallet.sendTransaction({ to: outer, data: '0x12345678aa', gas: 200_000n })
  const receipt = await at.client.waitForTransactionReceipt({ hash })
  expect(receipt.status).toBe('success')
})
afterAll(() => at.node.close())

describe('callTracer', () => {
  test('shows the tree of calls, EXECUTE as the precompile call it is', async () => {
    const { gasUsed } = await at.client.getTransactionReceipt({ hash })
    expect(await trace({ tracer: 'callTracer' })).toMatchObject({
      type: 'CALL',
      from: sender,
      to: outer,
      gas: '0x30d40',
      gasUsed: `0x${gasUsed.toString(16)}`,
      input: '0x12345678aa',
      value: '0x0',
      calls: [
        { type: 'CALL', from: outer, to: inner, input: '0x00000007', error: 'execution reverted', revertReason: 'no' },
        { type: 'STATICCALL', from: outer, to: slot(4).replace('0'.repeat(24), ''), output: slot(7) },
        { type: 'CALL', from: outer, to: executeAddress, input: slot(7), output: '0xee', gasUsed: '0x4d2' },
      ],
    })
  })

  test('withLog lists what was logged and not reverted', async () => {
    const frame = (await trace({ tracer: 'callTracer', tracerConfig: { withLog: true } })) as CallFrame
    expect(frame.logs).toEqual([{ address: outer, topics: [slot(0x99)], data: slot(7), index: '0x0', position: '0x0' }])
    expect(frame.calls?.[0]?.logs).toBeUndefined()
  })

  test('onlyTopCall leaves out the rest', async () => {
    const frame = (await trace({ tracer: 'callTracer', tracerConfig: { onlyTopCall: true } })) as CallFrame
    expect(frame).toMatchObject({ to: outer })
    expect(frame.calls).toBeUndefined()
  })
})

describe('struct logger', () => {
  type Log = {
    op: string
    pc: number
    depth: number
    stack: Hex[]
    storage?: object
    memory?: string[]
    error?: string
  }

  test('lists every instruction with stack and storage', async () => {
    const { structLogs, failed, returnValue, gas } = (await trace()) as Record<string, unknown> & { structLogs: Log[] }
    const receipt = await at.client.getTransactionReceipt({ hash })
    expect([failed, returnValue, gas]).toEqual([false, '0x', Number(receipt.gasUsed)])
    expect(structLogs[0]).toEqual({
      pc: 0,
      op: 'PUSH1',
      gas: 200_000 - 21_000 - 5 * 16,
      gasCost: 3,
      depth: 1,
      stack: [],
    })
    const store = structLogs.find(({ op }) => op === 'SSTORE')
    expect(store).toMatchObject({ stack: ['0x2a', '0x1'], storage: { [slot(1)]: slot(42) } })
    const load = structLogs.find(({ op }) => op === 'SLOAD')
    expect(load?.storage).toEqual({ [slot(1)]: slot(42), [slot(0)]: slot(0) })
    expect(structLogs.find(({ op }) => op === 'REVERT')?.depth).toBe(2)
    expect(structLogs.at(-1)).toMatchObject({ op: 'STOP', depth: 1 })
  })

  test('its options', async () => {
    const { structLogs } = (await trace({ disableStack: true, enableMemory: true, limit: 14 })) as { structLogs: Log[] }
    expect(structLogs).toHaveLength(14)
    expect(structLogs[13]).toMatchObject({ op: 'PUSH1', pc: 21 })
    expect(structLogs[13]?.memory).toEqual([slot(7)])
    expect(structLogs[13]?.stack).toBeUndefined()
  })

  test('names the instruction that failed', async () => {
    const call = { from: sender, to: outer, gas: '0xc000', data: '0x' }
    const code = '0x5b600056' // jumps in a circle until gas is out
    const options = { stateOverrides: { [outer]: { code } }, disableStack: true, disableStorage: true }
    const result = (await at.node.request({ method: 'debug_traceCall', params: [call, 'latest', options] })) as {
      failed: boolean
      structLogs: Log[]
    }
    expect(result.failed).toBe(true)
    expect(result.structLogs.at(-1)?.error).toBe('out of gas')
  })

  test('a revert with more data than memory can hold runs out of gas, and the trace goes on', async () => {
    const call = { from: sender, to: outer, gas: '0xc000' }
    const code = '0x63ffffffff6000fd' // revert(0, 0xffffffff)
    const of = async (options: object) => {
      const params = [call, 'latest', { stateOverrides: { [outer]: { code } }, ...options }]
      return at.node.request({ method: 'debug_traceCall', params }) as Promise<{ structLogs: Log[]; error?: string }>
    }
    expect((await of({})).structLogs.at(-1)).toMatchObject({ op: 'REVERT', gasCost: 0, error: 'out of gas' })
    expect((await of({ tracer: 'callTracer' })).error).toBe('out of gas')
  })

  test('a call costs what it hands on too, a creation does not', async () => {
    const call = { from: sender, to: outer, gas: '0x186a0' }
    const code = '0x6000600060006000600060ff610300f1600060006000f0' // call(0x300, 0xff, 0, 0, 0, 0, 0); create(0, 0, 0)
    const options = { stateOverrides: { [outer]: { code }, [`0x${'00'.repeat(19)}ff`]: { code: '0x00' } } }
    const { structLogs } = (await at.node.request({
      method: 'debug_traceCall',
      params: [call, 'latest', options],
    })) as { structLogs: { op: string; gasCost: number }[] }
    const costOf = (name: string) => structLogs.find(({ op }) => op === name)?.gasCost
    expect([costOf('CALL'), costOf('CREATE')]).toEqual([2_600 + 0x300, 32_000])
  })
})

describe('prestateTracer', () => {
  type Prestate = Record<Hex, { balance: Hex; nonce?: number; code?: Hex; storage?: object }>

  test('gives every account and slot as it was before', async () => {
    const state = (await trace({ tracer: 'prestateTracer' })) as Prestate
    expect(state[outer]).toMatchObject({
      balance: '0x0',
      code: `0x${outerCode}`,
      storage: { [slot(0)]: slot(0), [slot(1)]: slot(0) },
    })
    expect(state[inner]).toMatchObject({ code: `0x${innerCode}` })
    expect(state[sender]).toEqual({ balance: `0x${(10_000n * 10n ** 18n).toString(16)}` })
    expect(state[executeAddress]).toBeUndefined()
  })

  test('leaves out code and storage, and adds what was empty, if told so', async () => {
    const of = async (tracerConfig: object) => (await trace({ tracer: 'prestateTracer', tracerConfig })) as Prestate
    expect((await of({ disableCode: true, disableStorage: true }))[outer]).toEqual({ balance: '0x0' })
    expect((await of({ includeEmpty: true }))[executeAddress]).toEqual({ balance: '0x0' })
    await expect(of({ includeEmpty: true, diffMode: true })).rejects.toMatchObject({ code: -32602 })
  })

  test('diffMode gives what changed', async () => {
    const config = { tracer: 'prestateTracer', tracerConfig: { diffMode: true } }
    const { pre, post } = (await trace(config)) as { pre: Prestate; post: Prestate }
    expect(post[outer]).toEqual({ storage: { [slot(1)]: slot(42) } })
    expect(pre[outer]).toMatchObject({ balance: '0x0' })
    expect(pre[outer]?.storage).toBeUndefined()
    expect(post[sender]).toMatchObject({ nonce: 1 })
    expect(post[inner] ?? pre[inner]).toBeUndefined()
    const balance = await at.client.getBalance({ address: sender, blockNumber: 1n })
    expect(BigInt(post[sender]!.balance)).toBe(balance)
  })
})

test('4byteTracer counts selectors, precompiles aside', async () => {
  expect(await trace({ tracer: '4byteTracer' })).toEqual({ '0x12345678-1': 1, '0x00000007-0': 1 })
})

describe('blocks and calls', () => {
  test('a block is traced transaction by transaction, each on the state that the one before left', async () => {
    const { node, wallet, client } = await createTestNode({ mining: { mode: 'manual' } })
    const hashes = [await wallet.sendTransaction({ to: inner, value: 5n, gas: 21_000n })]
    hashes.push(await wallet.sendTransaction({ to: inner, value: 6n, gas: 21_000n, nonce: 1 }))
    const block = await node.seal()
    const config = { tracer: 'prestateTracer' }
    const byNumber = await node.request({ method: 'debug_traceBlockByNumber', params: ['0x1', config] })
    expect(byNumber).toMatchObject([
      { txHash: hashes[0], result: { [sender]: expect.not.objectContaining({ nonce: 1 }) } },
      { txHash: hashes[1], result: { [inner]: { balance: '0x5' }, [sender]: { nonce: 1 } } },
    ])
    const params = [toHex(block.hash), config]
    expect(await node.request({ method: 'debug_traceBlockByHash', params })).toEqual(byNumber)
    expect(await client.getBalance({ address: inner })).toBe(11n)
    await node.close()
  })

  test('a call sees overrides, and leaves nothing behind', async () => {
    const call = { from: sender, to: outer, data: '0x01020304' }
    const options = {
      tracer: 'callTracer',
      stateOverrides: { [outer]: { code: '0x60005460005260206000f3', state: { [slot(0)]: slot(9) } } },
    }
    const params = [call, 'latest', options]
    expect(await at.node.request({ method: 'debug_traceCall', params })).toMatchObject({ to: outer, output: slot(9) })
    expect(await at.client.getStorageAt({ address: outer, slot: slot(0) })).toBe(slot(0))
  })

  test('a creation shows the address of the new contract', async () => {
    const call = { from: sender, data: '0x60016000f3' }
    const frame = await at.node.request({
      method: 'debug_traceCall',
      params: [call, 'latest', { tracer: 'callTracer' }],
    })
    expect(frame).toMatchObject({
      type: 'CREATE',
      from: sender,
      to: expect.stringMatching(/^0x[0-9a-f]{40}$/),
      output: '0x00',
    })
  })
})

test('says what is wrong', async () => {
  await expect(trace({ tracer: 'myTracer' })).rejects.toMatchObject({ code: -32602 })
  await expect(trace({ tracer: '__proto__' })).rejects.toMatchObject({ code: -32602 })
  await expect(trace({ tracer: 'callTracer', tracerConfig: { withLog: 1 } })).rejects.toMatchObject({ code: -32602 })
  await expect(at.node.request({ method: 'debug_traceTransaction', params: [slot(1)] })).rejects.toMatchObject({
    code: -32000,
    message: 'transaction not found',
  })
  await expect(at.node.request({ method: 'debug_traceBlockByNumber', params: ['0x0'] })).rejects.toMatchObject({
    code: -32000,
  })
})
