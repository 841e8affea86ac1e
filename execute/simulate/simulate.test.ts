import { privateKeyToAccount } from 'viem/accounts'
import { describe, expect, test } from 'vitest'
import {
  addressOf,
  bytesOf,
  codes,
  createTestChain,
  hex,
  keys,
  senders,
  word,
} from '../transition/chain.test-support.ts'
import type { ForkSchedule } from '../types/Fork.ts'
import type { CallRequest } from '../types/Simulation.ts'
import type { TraceCost, TraceEnter, TraceExit, TraceStep } from '../types/Tracer.ts'
import { type SimulateTransactionOptions, simulateTransaction } from './simulateTransaction.ts'
import { traceTransactions } from './traceTransactions.ts'

const precompile = {
  name: 'ONE',
  address: bytesOf(word(0x101).slice(24)),
  run: () => ({ output: Uint8Array.of(1), gasUsed: 10n }),
}
const alloc = {
  [addressOf('store')]: { code: codes.store, storage: { [`0x${word(1)}`]: '0x07' } as const },
  [addressOf('storeAndRevert')]: { code: codes.storeAndRevert },
  [addressOf('staticCall')]: { code: codes.staticCall },
  [addressOf('create')]: { code: codes.create },
  [addressOf('destroy')]: { code: codes.destroy, balance: 3n },
}
const from = bytesOf(senders[0]!)
const to = (label: string) => bytesOf(addressOf(label))
const storeData = bytesOf(word(1) + word(0))

function createSimulation(forks?: ForkSchedule) {
  const chain = createTestChain({ alloc, precompiles: [precompile], ...(forks && { forks }) })
  const simulate = (transaction: CallRequest, options: Partial<SimulateTransactionOptions> = {}) =>
    simulateTransaction({
      rules: chain.rules,
      header: chain.head().block.header,
      state: chain.head().state,
      getBlockHash: chain.getBlockHash,
      precompiles: [precompile],
      transaction,
      ...options,
    })
  return { chain, simulate }
}

describe('simulateTransaction', () => {
  test('behavior: gas equals what the transaction then uses', async () => {
    const { chain, simulate } = createSimulation()
    const cases: [string, Uint8Array][] = [
      ['store', storeData],
      ['store', bytesOf(word(2) + word(5))],
      ['someone new', new Uint8Array(0)],
      ['storeAndRevert', bytesOf(word(2) + word(5))],
      ['staticCall', bytesOf(word(0x101))],
    ]
    for (const [label, data] of cases) {
      const simulated = await simulate({ from, to: to(label), data, gas: 1_000_000n })
      const builder = await chain.builder()
      const included = await builder.add(chain.sign(0, { to: addressOf(label), data: hex(data), nonce: 0n }))
      expect(simulated.gasUsed, label).toBe(included.gasUsed)
      expect(simulated.error).toBe(included.error)
    }
  })

  test('behavior: nothing is kept, and anyone may call for free', async () => {
    const { chain, simulate } = createSimulation()
    const root = hex(chain.head().state.root)
    const result = await simulate({ from: to('nobody'), to: to('store'), data: storeData })
    expect(result.error).toBeUndefined()
    await simulate({ from: to('store'), to: to('store'), data: storeData })
    expect(hex(chain.head().state.root)).toBe(root)
    expect(chain.head().state.getStorage(to('store'), bytesOf(word(1)))[31]).toBe(7)
  })

  test('error: value, fees and gas must be affordable', async () => {
    const { simulate } = createSimulation()
    await expect(simulate({ from: to('nobody'), to: to('store'), value: 1n })).rejects.toMatchObject({
      code: 'INSUFFICIENT_FUNDS',
    })
    await expect(simulate({ from, to: to('store'), gasPrice: 1n })).rejects.toMatchObject({ code: 'FEE_TOO_LOW' })
    await expect(simulate({ from, to: to('store'), gas: 20_999n })).rejects.toMatchObject({
      code: 'INTRINSIC_GAS_TOO_LOW',
    })
  })

  test('behavior: reverts carry their data, other failures their reason', async () => {
    const { simulate } = createSimulation()
    const reverted = await simulate({ from, to: to('storeAndRevert'), data: storeData })
    expect(reverted).toMatchObject({ error: 'revert', revert: new Uint8Array(0) })
    const starved = await simulate({ from, to: to('store'), data: storeData, gas: 24_000n })
    expect(starved).toMatchObject({ error: 'out of gas', gasUsed: 24_000n })
    expect(starved.revert).toBeUndefined()
  })

  test('behavior: the access list holds what was touched beyond what is warm anyway', async () => {
    const { simulate } = createSimulation()
    const list = async (call: CallRequest) => (await simulate(call, { listAccesses: true })).accessList!
    const accessList = await list({ from, to: to('store'), data: storeData })
    expect((await simulate({ from, to: to('store'), data: storeData })).accessList).toBeUndefined()
    expect(accessList.map(({ address, storageKeys }) => [hex(address), storageKeys.map(hex)])).toEqual([
      [addressOf('store'), [`0x${word(1)}`]],
    ])
    expect(await list({ from, to: to('staticCall'), data: bytesOf(word(0x101)) })).toEqual([])
    const other = await list({ from, to: to('staticCall'), data: bytesOf(word(BigInt(addressOf('store')))) })
    expect(other.map(({ address }) => hex(address))).toEqual([addressOf('store')])
    const cheaper = await list({ from, to: to('store'), data: storeData, accessList })
    expect(cheaper).toEqual(accessList)
  })

  test('behavior: overrides change accounts and the block for the call alone', async () => {
    const { simulate } = createSimulation()
    // return timestamp ‖ sload(1)
    const code = bytesOf('425f5260015460205260405ff3')
    const address = to('made up')
    const answer = await simulate(
      { from: to('nobody'), to: address, value: 5n },
      {
        stateOverrides: [
          { address, account: { code, state: [[bytesOf(word(1)), bytesOf(word(9))]] } },
          { address: to('nobody'), account: { balance: 5n } },
        ],
        blockOverrides: { timestamp: 5000n },
      },
    )
    expect(hex(answer.returnData)).toBe(`0x${word(5000)}${word(9)}`)
  })

  test.each([{ osaka: 0 }, { amsterdam: 0 }])(
    'behavior: an authorization delegates the account for the call, with %o',
    async (forks) => {
      const { chain, simulate } = createSimulation(forks)
      const account = privateKeyToAccount(hex(keys[1]!))
      const signed = await account.signAuthorization({ address: addressOf('store'), chainId: 901, nonce: 0 })
      const authorization = {
        chainId: 901n,
        address: to('store'),
        nonce: 0n,
        yParity: BigInt(signed.yParity!),
        r: BigInt(signed.r),
        s: BigInt(signed.s),
      }
      const request = {
        from,
        to: bytesOf(senders[1]!),
        data: bytesOf(word(1) + word(4)),
        authorizationList: [authorization],
        gas: 1_000_000n,
      }
      const simulated = await simulate(request)
      const quantities = { chainId: '0x385', nonce: '0x', yParity: signed.yParity === 0 ? '0x' : '0x1' }
      const fields = {
        type: 4,
        to: senders[1],
        data: hex(request.data),
        nonce: 0n,
        authorizationList: [{ ...signed, ...quantities }],
      }
      const included = await (await chain.builder()).add(chain.sign(0, fields))
      expect(simulated.gasUsed).toBe(included.gasUsed)
      const { authorizationList: _, ...undelegated } = request
      expect(simulated.gasUsed).toBeGreaterThan((await simulate(undelegated)).gasUsed + 25_000n)
    },
  )
})

describe('tracing', () => {
  test('behavior: frames nest, and steps say what they cost', async () => {
    const { simulate } = createSimulation()
    const enters: TraceEnter[] = []
    const exits: TraceExit[] = []
    const steps: TraceStep[] = []
    const costs: TraceCost[] = []
    const tracer = {
      enter: (f: TraceEnter) => enters.push(f),
      exit: (f: TraceExit) => exits.push(f),
      step: (s: TraceStep) => steps.push(s),
      cost: (c: TraceCost) => costs.push(c),
    }
    const { gasUsed } = await simulate(
      { from, to: to('staticCall'), data: bytesOf(word(BigInt(addressOf('store')))) },
      { tracer },
    )
    expect(enters.map(({ type, depth, to: target }) => [type, depth, hex(target)])).toEqual([
      ['CALL', 0, addressOf('staticCall')],
      ['STATICCALL', 1, addressOf('store')],
    ])
    expect(exits.map(({ depth, error }) => [depth, error])).toEqual([
      [1, undefined],
      [0, undefined],
    ])
    expect(gasUsed).toBeGreaterThan(21_000n + exits[1]!.gasUsed)
    expect(steps[0]).toMatchObject({ pc: 0, name: 'PUSH1', depth: 0 })
    expect(costs[0]).toEqual({ gas: 3n, refund: 0n })
    expect(costs).toHaveLength(steps.length)
    expect(steps.some(({ depth, name }) => depth === 1 && name === 'STOP')).toBe(true)
  })

  test('behavior: creations and self-destructions are frames too', async () => {
    const { simulate } = createSimulation()
    const enters: TraceEnter[] = []
    const tracer = { enter: (frame: TraceEnter) => enters.push(frame) }
    const { contractAddress } = await simulate({ from, data: bytesOf('5f5ff3') }, { tracer })
    await simulate({ from, to: to('create'), data: bytesOf('5f5ff3') }, { tracer })
    await simulate({ from, to: to('destroy'), data: bytesOf(word(BigInt(addressOf('heir')))) }, { tracer })
    expect(enters.map(({ type, depth }) => [type, depth])).toEqual([
      ['CREATE', 0],
      ['CALL', 0],
      ['CREATE', 1],
      ['CALL', 0],
      ['SELFDESTRUCT', 1],
    ])
    expect(enters[0]!.to).toEqual(contractAddress)
    expect(enters[4]).toMatchObject({ to: to('heir'), value: 3n })
  })

  test('behavior: a block is replayed up to a transaction, tracing those asked for', async () => {
    const { chain } = createSimulation()
    const sealed = await chain.seal([
      chain.sign(0, { to: addressOf('store'), data: hex(storeData), nonce: 0n }),
      chain.sign(0, { to: addressOf('storeAndRevert'), data: hex(storeData), nonce: 1n }),
      chain.sign(0, { to: addressOf('someone'), nonce: 2n }),
    ])
    const names: string[] = []
    const parent = chain.blocks.at(-2)!
    const results = await traceTransactions({
      rules: chain.rules,
      parent: parent.block.header,
      parentState: parent.state,
      block: sealed.block,
      getBlockHash: chain.getBlockHash,
      precompiles: [precompile],
      upTo: 1,
      tracerFor: (index) => (index === 1 ? { step: ({ name }) => names.push(name) } : undefined),
    })
    expect(results.map(({ error }) => error)).toEqual([undefined, 'revert'])
    expect(results.map(({ gasUsed }) => gasUsed)).toEqual(sealed.receipts.slice(0, 2).map(({ gasUsed }) => gasUsed))
    expect(names.at(-1)).toBe('REVERT')
  })
})
