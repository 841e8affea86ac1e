import { describe, expect, test } from 'vitest'
import { addressOf, bytesOf, codes, createTestChain, hex, senders, word } from '../transition/chain.test-support.ts'
import type { ForkSchedule } from '../types/Fork.ts'
import type { CallRequest } from '../types/Simulation.ts'
import { type SimulateBlockOptions, simulateBlock } from './simulateBlock.ts'

const forwarder = addressOf('forwarder')
const alloc = {
  [addressOf('store')]: { code: codes.store, storage: { [`0x${word(1)}`]: '0x07' } as const },
  [addressOf('storeAndRevert')]: { code: codes.storeAndRevert },
  [addressOf('create')]: { code: codes.create },
  [addressOf('destroy')]: { code: codes.destroy, balance: 3n },
  // LOG0 of nothing, then call calldata[0] with all of the value
  [forwarder]: { code: '0x5f5fa05f5f5f5f345f355af15000' },
} as const
const to = (label: string) => bytesOf(addressOf(label))

function createSimulation(forks: ForkSchedule = { osaka: 0 }) {
  const chain = createTestChain({ alloc, forks })
  const { header } = chain.head().block
  const simulate = (calls: CallRequest[], options: Partial<SimulateBlockOptions> = {}) =>
    simulateBlock({
      rules: chain.rules,
      parent: header,
      parentHash: chain.head().hash,
      parentState: chain.head().state,
      overrides: { number: 1n, timestamp: 1012n },
      stateOverrides: [],
      calls,
      validation: false,
      traceTransfers: false,
      gasCap: 50_000_000n,
      getBlockHash: chain.getBlockHash,
      ...options,
    })
  return { chain, simulate }
}

describe('simulateBlock', () => {
  test.each<[string, ForkSchedule]>([
    ['Shanghai', { shanghai: 0 }],
    ['Osaka', { osaka: 0 }],
    ['Amsterdam', { amsterdam: 0 }],
  ])('behavior: with validation it finds what a real block of the same transactions gives, in %s', async (_, forks) => {
    const { chain, simulate } = createSimulation(forks)
    const fees = { maxFeePerGas: 10n ** 11n, maxPriorityFeePerGas: 5n }
    const plans: { key: number; label: string; data?: Uint8Array; value?: bigint }[] = [
      { key: 0, label: 'store', data: bytesOf(word(1) + word(0) + word(2) + word(5)) },
      { key: 0, label: 'someone new', value: 12n },
      { key: 1, label: 'storeAndRevert', data: bytesOf(word(2) + word(5)) },
      { key: 2, label: 'create', data: bytesOf('0x5f5ff3') },
      { key: 2, label: 'destroy', data: bytesOf(word(BigInt(addressOf('heir')))) },
      { key: 3, label: 'forwarder', data: bytesOf(word(BigInt(addressOf('heir')))), value: 9n },
    ]
    const attributes = { timestamp: 1012n, prevRandao: new Uint8Array(32), parentBeaconBlockRoot: new Uint8Array(32) }
    const nonces = new Map<number, bigint>()
    const signed = plans.map(({ key, label, ...rest }) => {
      const nonce = nonces.get(key) ?? 0n
      nonces.set(key, nonce + 1n)
      return chain.sign(key, { to: addressOf(label), ...rest, ...fees, nonce })
    })
    const calls = plans.map(({ key, label, ...rest }) => ({
      from: bytesOf(senders[key]!),
      to: to(label),
      gas: 1_000_000n,
      ...rest,
      ...fees,
    }))
    const simulated = await simulate(calls, {
      validation: true,
      overrides: { number: 1n, timestamp: 1012n, coinbase: to('coinbase') },
    })
    const real = await chain.seal(signed, attributes)

    expect(real.refused).toEqual([])
    const outcome = ({ block: { header } }: typeof real) => ({
      gasUsed: header.gasUsed,
      baseFee: header.baseFeePerGas,
      stateRoot: hex(header.stateRoot),
      receiptsRoot: hex(header.receiptsRoot),
      accessListHash: header.blockAccessListHash && hex(header.blockAccessListHash),
    })
    expect(outcome({ ...simulated.sealed, refused: [] })).toEqual(outcome(real))
    expect(simulated.calls.map(({ error }) => error)).toEqual([
      undefined,
      undefined,
      'revert',
      undefined,
      undefined,
      undefined,
    ])
  })

  test('behavior: anybody may call for free, contracts too, and later calls see what earlier ones did', async () => {
    const { simulate } = createSimulation()
    const { calls, sealed } = await simulate(
      [
        { from: to('nobody'), to: to('store'), data: bytesOf(word(1) + word(8)) },
        { from: to('store'), to: to('nobody'), value: 1n },
      ],
      { stateOverrides: [{ address: to('store'), account: { balance: 1n } }] },
    )
    expect(calls.map(({ error }) => error)).toEqual([undefined, undefined])
    expect(sealed.state.getStorage(to('store'), bytesOf(word(1)))[31]).toBe(8)
    expect(sealed.state.getAccount(to('nobody'))).toMatchObject({ nonce: 1n, balance: 1n })
    expect(sealed.block.header.baseFeePerGas).toBe(0n)
  })

  test('behavior: transfers of ETH are logs among the others, in their order; what fails is no transfer', async () => {
    const { simulate } = createSimulation()
    const heir = bytesOf(word(BigInt(addressOf('heir'))))
    const { calls } = await simulate(
      [
        { from: bytesOf(senders[0]!), to: to('storeAndRevert'), value: 4n },
        { from: bytesOf(senders[0]!), to: to('forwarder'), data: heir, value: 5n },
      ],
      { traceTransfers: true },
    )
    expect(calls[0]!.logs).toEqual([])
    const ether = '0xeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee'
    expect(calls[1]!.logs.map(({ log }) => hex(log.address))).toEqual([ether, forwarder, ether])
    expect(calls[1]!.logs.map(({ index }) => index)).toEqual([1, 2, 3])
    expect(calls[1]!.logs.at(-1)!.log.topics.map(hex).slice(1)).toEqual([`0x${word(BigInt(forwarder))}`, hex(heir)])
  })

  test('behavior: a precompile that moves is gone from where it was', async () => {
    const { simulate } = createSimulation()
    const identity = bytesOf(word(4).slice(24))
    const data = bytesOf('0x1234')
    const { calls } = await simulate(
      [
        { from: to('nobody'), to: to('elsewhere'), data },
        { from: to('nobody'), to: identity, data },
      ],
      { stateOverrides: [{ address: identity, account: { movePrecompileTo: to('elsewhere') } }] },
    )
    expect(calls.map(({ returnData }) => hex(returnData))).toEqual(['0x1234', '0x'])
    const move = (address: Uint8Array) =>
      simulate([], { stateOverrides: [{ address, account: { movePrecompileTo: to('elsewhere') } }] })
    await expect(move(to('store'))).rejects.toMatchObject({ code: 'INVALID_OVERRIDE' })
  })

  test('error: what cannot be in a block ends the simulation', async () => {
    const { simulate } = createSimulation()
    const from = bytesOf(senders[0]!)
    const code = (error: string) => ({ code: error })
    await expect(simulate([{ from, gas: 40_000_000n }])).rejects.toMatchObject(code('BLOCK_GAS_EXCEEDED'))
    await expect(simulate([{ from, to: from, gas: 1n }])).rejects.toMatchObject(code('INTRINSIC_GAS_TOO_LOW'))
    await expect(simulate([{ from: to('nobody'), to: from, value: 1n }])).rejects.toMatchObject(
      code('INSUFFICIENT_FUNDS'),
    )
    const fees = { maxFeePerGas: 1n, maxPriorityFeePerGas: 2n }
    await expect(simulate([{ from, to: from, ...fees }])).rejects.toMatchObject(code('TIP_ABOVE_FEE_CAP'))
    const validation = true
    await expect(simulate([{ from, to: from }], { validation })).rejects.toMatchObject(code('FEE_TOO_LOW'))
    await expect(simulate([{ from, to: from, nonce: 1n }], { validation })).rejects.toMatchObject(
      code('NONCE_TOO_HIGH'),
    )
  })

  test('behavior: gas is capped, and an exceptional halt takes all of it', async () => {
    const { simulate } = createSimulation()
    const request = { from: bytesOf(senders[0]!), to: to('store'), data: bytesOf(word(2) + word(5)) }
    const { calls } = await simulate([request], { gasCap: 30_000n })
    expect(calls[0]).toMatchObject({ error: 'out of gas', gasUsed: 30_000n })
  })
})
