import { beforeAll, describe, expect, it } from 'vitest'
import { encodeExecuteInput } from '../blobs/executeInput.ts'
import { decodeBlock, encodeBlock } from '../rlp/block.ts'
import { simulateTransaction } from '../simulate/simulateTransaction.ts'
import { traceTransactions } from '../simulate/traceTransactions.ts'
import type { SchemaInput } from '../ssz/statelessInput.ts'
import { addressOf, bytesOf, createTestChain, hex, type TestChain, word } from '../transition/chain.test-support.ts'
import { marketSlots } from '../transition/gasMeter.ts'
import type { SealedBlock } from '../types/BlockBuilder.ts'
import type { ForkSchedule } from '../types/Fork.ts'
import type { GenesisAlloc } from '../types/Genesis.ts'
import type { Hex } from '../types/Hex.ts'
import type { Precompile } from '../types/Precompile.ts'
import { worldStateFromWitness } from '../witness/worldStateFromWitness.ts'
import { createExecutePrecompile, executeAddress } from './createExecutePrecompile.ts'
import { type MarketOptions, marketGasSchedule } from './gasSchedules.ts'
import { GAS_LIMIT, sealedChain } from './rollup.test-support.ts'

/** Calls a contract with the calldata and all gas, then does `end` with the success on the stack. */
const calling = (address: string, opcode: string, end: string): Hex =>
  `0x365f5f375f5f365f${opcode === 'f1' || opcode === 'f2' ? '5f' : ''}73${address.slice(2)}5a${opcode}${end}`
const STORE = '5f5500'
const REVERT = '5f5ffd'

const contracts = {
  call: calling(executeAddress, 'f1', STORE),
  callCode: calling(executeAddress, 'f2', STORE),
  delegateCall: calling(executeAddress, 'f4', STORE),
  staticCall: calling(executeAddress, 'fa', STORE),
  reverting: calling(executeAddress, 'f1', REVERT),
  callReverting: calling(addressOf('reverting'), 'f1', STORE),
  // First with half of the gas, then with the rest; successes into slots 0 and 1.
  twice: '0x365f5f375f5f365f6101015a60011cfa5f555f5f365f6101015afa60015500',
} satisfies Record<string, Hex>

let valid: SchemaInput
let input: Uint8Array
/** Gas used of the payload. */
let used: bigint
beforeAll(async () => {
  const rollup = await sealedChain()
  valid = rollup.inputOf(rollup.last)
  input = encodeExecuteInput(valid)
  used = valid.input.newPayloadRequest.executionPayload.gasUsed
})

/** An L1 whose blocks have room for one call of the payload's gas limit, and not for another after it. */
function marketChain(
  options: MarketOptions & {
    forks?: ForkSchedule
    excess?: bigint
    wrap?: (precompile: Precompile) => Precompile
  } = {},
) {
  const { forks = { osaka: 0 }, excess = 0n, wrap = (precompile) => precompile, ...market } = options
  const schedule = marketGasSchedule({ limit: GAS_LIMIT + used - 1n, target: used / 2n, minPrice: 1000n, ...market })
  const refusals: string[] = []
  const alloc: GenesisAlloc = {
    ...Object.fromEntries(Object.entries(contracts).map(([name, code]) => [addressOf(name), { code }])),
    ...(excess > 0n && { [executeAddress]: { nonce: 1n, storage: { [hex(marketSlots.excess)]: wordOf(excess) } } }),
  }
  const precompile = wrap(
    createExecutePrecompile({
      // The payload is Osaka's, whatever L1 runs.
      schedule: { osaka: 0 },
      gas: schedule,
      readBlob: () => undefined,
      onRefusal: ({ code }) => refusals.push(code),
    }),
  )
  const chain = createTestChain({ forks, alloc, precompiles: [precompile], gasLimit: 60_000_000n })
  return { ...chain, market: schedule.market!, precompile, refusals }
}

const wordOf = (value: bigint): Hex => `0x${word(value)}`

const execute = (chain: TestChain, key: number, nonce: bigint, to: keyof typeof contracts = 'staticCall') =>
  chain.sign(key, { nonce, to: addressOf(to), data: hex(input), gasLimit: 2n ** 24n })

const numberAt = (sealed: SealedBlock, address: Hex, slot: Uint8Array) =>
  BigInt(hex(sealed.state.getStorage(bytesOf(address), slot)))
/** Excess and use as L1's state has them after the block. */
const recordOf = (sealed: SealedBlock) => ({
  excess: numberAt(sealed, executeAddress, marketSlots.excess),
  used: numberAt(sealed, executeAddress, marketSlots.used),
})
const slotOf = (sealed: SealedBlock, name: keyof typeof contracts, slot = 0) =>
  numberAt(sealed, addressOf(name), new Uint8Array(32).fill(slot, 31))

describe('the market of EXECUTE', () => {
  it.each(['call', 'callCode', 'delegateCall', 'staticCall'] as const)('counts and charges a %s', async (name) => {
    const chain = marketChain()
    const sealed = await chain.seal([execute(chain, 0, 0n, name)])
    expect(slotOf(sealed, name)).toBe(1n)
    expect(recordOf(sealed)).toEqual({ excess: 0n, used })
    const dearer = marketChain({ minPrice: 1500n })
    const other = await dearer.seal([execute(dearer, 0, 0n, name)])
    // Half of 1,000ths more for each gas used, rounded up.
    expect(other.receipts[0]!.gasUsed - sealed.receipts[0]!.gasUsed).toBe((used + 1n) / 2n)
  })

  it('counts a call in a constructor', async () => {
    const chain = marketChain()
    // Copies what follows the code into memory, calls EXECUTE with it, stores the success, returns no code.
    const initCode = `601c380380601c5f395f5f825f6101015afa5f555f5ff3`
    const code = `0x${initCode.padEnd(2 * 0x1c, '0')}${hex(input).slice(2)}`
    const sealed = await chain.seal([chain.sign(0, { nonce: 0n, data: code, gasLimit: 2n ** 24n })])
    expect(numberAt(sealed, hex(sealed.receipts[0]!.contractAddress!), new Uint8Array(32))).toBe(1n)
    expect(recordOf(sealed).used).toBe(used)
  })

  it('counts a call that is reverted: its work is done', async () => {
    const chain = marketChain()
    const sealed = await chain.seal([execute(chain, 0, 0n, 'callReverting'), execute(chain, 1, 0n, 'reverting')])
    expect(sealed.receipts.map(({ status }) => status)).toEqual([true])
    expect(slotOf(sealed, 'callReverting')).toBe(0n)
    expect(recordOf(sealed).used).toBe(used)
    // The second transaction would have found the meter full.
    expect(sealed.refused).toMatchObject([{ code: 'BLOCK_PRECOMPILE_GAS_EXCEEDED' }])
    const next = await chain.seal([execute(chain, 1, 0n, 'reverting')])
    expect(next.receipts.map(({ status }) => status)).toEqual([false])
    expect(recordOf(next).used).toBe(used)
  })

  it('counts all that the payload might have used if it is refused after execution, nothing if before', async () => {
    const changed = structuredClone(valid)
    changed.input.witness.state.pop()
    const call = (nonce: bigint, data: Uint8Array, gasLimit = 2n ** 24n) => ({
      nonce,
      to: addressOf('staticCall'),
      data: hex(data),
      gasLimit,
    })
    const chain = marketChain()
    const refused = await chain.seal([chain.sign(0, call(0n, encodeExecuteInput(changed)))])
    expect([slotOf(refused, 'staticCall'), recordOf(refused).used]).toEqual([0n, GAS_LIMIT])
    const unfit = [chain.sign(0, call(1n, input.subarray(1))), chain.sign(0, call(2n, input, 5_000_000n))]
    expect(recordOf(await chain.seal(unfit)).used).toBe(0n)
    expect(chain.refusals).toEqual(['MISSING_NODE', 'UNKNOWN_SCHEMA', 'EXECUTE_GAS'])
  })

  it('leaves a transaction that meets a full meter to the next block, without a trace', async () => {
    for (const forks of [{ osaka: 0 }, { osaka: 0, amsterdam: 0 }]) {
      const chain = marketChain({ forks })
      const alone = marketChain({ forks })
      const sealed = await chain.seal([execute(chain, 0, 0n), execute(chain, 1, 0n)])
      expect(sealed.refused).toMatchObject([{ name: 'InvalidTransaction', code: 'BLOCK_PRECOMPILE_GAS_EXCEEDED' }])
      expect(chain.refusals).toEqual(['EXECUTE_BLOCK_GAS'])
      const { hash, witness } = await alone.seal([execute(alone, 0, 0n)])
      expect([sealed.hash, sealed.witness]).toEqual([hash, witness])
      await chain.verify()
      const next = await chain.seal([execute(chain, 1, 0n)])
      expect([next.receipts[0]!.status, slotOf(next, 'staticCall'), recordOf(next).used]).toEqual([true, 1n, used])
      await chain.verify()
    }
  })

  it('gives back what such a transaction took before', async () => {
    const chain = marketChain({ limit: GAS_LIMIT + 2n * used - 1n, minPrice: 500n })
    const sealed = await chain.seal([execute(chain, 0, 0n), execute(chain, 1, 0n, 'twice'), execute(chain, 2, 0n)])
    expect(sealed.refused).toHaveLength(1)
    expect([slotOf(sealed, 'staticCall'), slotOf(sealed, 'twice')]).toEqual([1n, 0n])
    expect(recordOf(sealed).used).toBe(2n * used)
    const next = await chain.seal([execute(chain, 1, 0n, 'twice')])
    expect([slotOf(next, 'twice'), slotOf(next, 'twice', 1), recordOf(next).used]).toEqual([1n, 1n, 2n * used])
  })

  it('fails a call for which one transaction alone leaves too little: no block would have room for both', async () => {
    const chain = marketChain({ minPrice: 500n })
    const sealed = await chain.seal([execute(chain, 0, 0n, 'twice')])
    expect([sealed.refused, slotOf(sealed, 'twice', 0), slotOf(sealed, 'twice', 1)]).toEqual([[], 1n, 0n])
    expect(chain.refusals).toEqual(['EXECUTE_BLOCK_GAS'])
    expect(recordOf(sealed).used).toBe(used)
  })

  it('takes no payload whose gas limit exceeds the limit of a block', async () => {
    const chain = marketChain({ limit: GAS_LIMIT - 1n })
    const sealed = await chain.seal([execute(chain, 0, 0n)])
    expect([slotOf(sealed, 'staticCall'), chain.refusals, sealed.refused]).toEqual([0n, ['EXECUTE_GAS_LIMIT'], []])
  })

  it('has a price that rises with use above the target and falls when idle', async () => {
    const chain = marketChain()
    const excess = used - chain.market.target
    const records: unknown[] = [recordOf(await chain.seal([execute(chain, 0, 0n)]))]
    records.push(recordOf(await chain.seal([execute(chain, 0, 1n)])))
    for (let idle = 0; idle < 4; idle++) records.push(recordOf(await chain.seal()))
    expect(records).toEqual([
      { excess: 0n, used },
      { excess, used },
      { excess: 2n * excess, used: 0n },
      { excess: 2n * excess - chain.market.target, used: 0n },
      { excess: 0n, used: 0n },
      { excess: 0n, used: 0n },
    ])
  })

  it('leaves no account behind where nobody calls EXECUTE, and keeps it from clearance where somebody does', async () => {
    const chain = marketChain()
    const address = bytesOf(executeAddress)
    expect((await chain.seal()).state.getAccount(address)).toBeUndefined()
    await chain.seal([execute(chain, 0, 0n)])
    // A transfer of nothing touches the account, which has no code and no ETH (EIP-161).
    const touched = await chain.seal([chain.sign(0, { nonce: 1n, to: executeAddress, value: 0n })])
    expect(touched.state.getAccount(address)!.nonce).toBe(1n)
    expect(recordOf(touched).excess).toBe(used - chain.market.target)
  })
})

describe('a block with a market', () => {
  /** Excess in the state, two settlements and a transfer in the block, one settlement left out. */
  async function busyBlock(options: Parameters<typeof marketChain>[0] = {}) {
    const chain = marketChain({ limit: 2n * GAS_LIMIT, target: used / 4n, ...options })
    await chain.seal([execute(chain, 0, 0n)])
    await chain.seal([execute(chain, 0, 1n), execute(chain, 1, 0n), chain.sign(2, { nonce: 0n, to: addressOf('x') })])
    return chain
  }

  it.each([{ osaka: 0 }, { osaka: 0, amsterdam: 0 }])('is executed again from its RLP, with %o', async (forks) => {
    const chain = await busyBlock({ forks, excess: 100_000_000n, minPrice: 600n })
    const { block, witness, hash, blockAccessList } = chain.head()
    const parent = chain.blocks.at(-2)!
    const decoded = decodeBlock(encodeBlock(block), chain.rules)
    const again = await chain.verify({ block: decoded })
    expect([again.hash, again.blockAccessList]).toEqual([hash, blockAccessList])
    const parentState = worldStateFromWitness(parent.block.header.stateRoot, witness!)
    expect((await chain.verify({ block: decoded, parentState })).hash).toEqual(hash)
  })

  it('is invalid with another excess', async () => {
    const lawful = await busyBlock()
    const forger = await busyBlock({ target: used / 2n })
    const forged = { block: forger.head().block }
    await expect(lawful.verify(forged)).rejects.toMatchObject({ name: 'InvalidBlock', code: 'WRONG_STATE_ROOT' })
  })

  it('is invalid at another price', async () => {
    const lawful = await busyBlock({ excess: 100_000_000n, minPrice: 600n })
    const forger = await busyBlock({ excess: 100_000_000n, minPrice: 601n })
    const parent = forger.blocks.at(-2)!
    const forged = { block: forger.head().block, parent: parent.block.header, parentState: parent.state }
    await expect(lawful.verify(forged)).rejects.toMatchObject({ name: 'InvalidBlock', code: 'WRONG_GAS_USED' })
  })

  it('is invalid if it fills the meter beyond the limit', async () => {
    const forger = marketChain({ limit: 4n * GAS_LIMIT })
    await forger.seal([execute(forger, 0, 0n), execute(forger, 1, 0n)])
    const lawful = marketChain()
    await lawful.seal()
    const forged = { block: forger.head().block }
    await expect(lawful.verify(forged)).rejects.toMatchObject({ name: 'InvalidBlock', code: 'WRONG_GAS_USED' })
  })

  it('is valid if its producer includes a transaction that meets a full meter, which fails', async () => {
    const hasty = marketChain({
      // Asks what is left first, so that the builder never hears of a call that wanted more.
      wrap: (precompile) => ({
        ...precompile,
        run: ({ context, ...call }) => {
          const { meter, ...rest } = context
          const take = (gas: bigint) => gas <= meter!.left() && meter!.take(gas)
          return precompile.run({ ...call, context: { ...rest, meter: { ...meter!, take } } })
        },
      }),
    })
    const sealed = await hasty.seal([execute(hasty, 0, 0n, 'reverting'), execute(hasty, 1, 0n, 'staticCall')])
    expect([sealed.refused, slotOf(sealed, 'staticCall'), recordOf(sealed).used]).toEqual([[], 0n, used])
    const lawful = marketChain()
    await lawful.seal()
    expect((await lawful.verify({ block: sealed.block })).hash).toEqual(sealed.hash)
  })

  it('is invalid if nobody keeps the record, even without a call', async () => {
    const chain = marketChain()
    await chain.seal([execute(chain, 0, 0n)])
    await chain.seal()
    await expect(chain.verify()).resolves.toBeDefined()
    await expect(chain.verify({ precompiles: [] })).rejects.toMatchObject({ code: 'WRONG_STATE_ROOT' })
  })

  it('is traced as it was executed', async () => {
    const chain = await busyBlock({ excess: 100_000_000n, minPrice: 600n })
    const parent = chain.blocks.at(-2)!
    const results = await traceTransactions({
      rules: chain.rules,
      parent: parent.block.header,
      parentState: parent.state,
      block: chain.head().block,
      getBlockHash: chain.getBlockHash,
      precompiles: [chain.precompile],
      tracerFor: () => ({ step() {} }),
    })
    expect(results.map(({ gasUsed }) => gasUsed)).toEqual(chain.head().receipts.map(({ gasUsed }) => gasUsed))
  })

  it('is what a call on its state is priced for', async () => {
    const chain = await busyBlock({ excess: 100_000_000n, minPrice: 600n })
    const { header } = chain.head().block
    const transaction = { from: new Uint8Array(20).fill(1), to: bytesOf(addressOf('staticCall')), data: input }
    const simulated = await simulateTransaction({
      rules: chain.rules,
      header,
      state: chain.head().state,
      transaction: { ...transaction, gas: 2n ** 24n },
      getBlockHash: chain.getBlockHash,
      precompiles: [chain.precompile],
    })
    const sealed = await chain.seal([execute(chain, 3, 0n)])
    expect(simulated.gasUsed).toBe(sealed.receipts[0]!.gasUsed)
  })
})
