import type { TypedTransaction } from '@ethereumjs/tx'
import type { Hex } from 'viem'
import {
  createBlockBuilder,
  type Header,
  keccak256,
  type PayloadAttributes,
  type SealedBlock,
  type WorldState,
} from '../../execute/index.ts'
import type { Backend } from '../Backend.ts'
import { larger } from '../compare.ts'
import { toHex } from '../hex.ts'
import type { Logger } from '../logger.ts'
import type { BestTransactions } from '../pool/bestTransactions.ts'
import { inOrder } from '../pool/inOrder.ts'
import { pooledTransaction } from '../pool/pooledTransaction.ts'
import type { PooledTransaction } from '../pool/TransactionPool.ts'
import type { SerialQueue } from '../serialQueue.ts'
import { type Assembly, assembleBlock } from './assembleBlock.ts'
import { createDeferrals } from './Deferrals.ts'
import { forgetNextBlock, type NextBlock } from './NextBlock.ts'

export type BlockProducer = {
  /** Seals one block now, even an empty one. */
  seal(): Promise<SealedBlock>
  /** Seals a block if that brings any executable transaction forward; undefined if there is none. */
  sealPending(): Promise<SealedBlock | undefined>
  /** What the next block would be if it were sealed now. Changes nothing. */
  preview(): Promise<SealedBlock>
  /**
   * Makes an earlier block the head again, as `evm_revert` does.
   * @param state what the next block is then built on, if not the block's own state
   */
  rewind(hash: Hex, state?: WorldState): Promise<void>
  /**
   * A reorg: seals other blocks in place of those after `ancestor`, and makes the last of them the head. Transactions that
   * were there and are not in the new blocks return to the pool.
   */
  reorg(ancestor: SealedBlock, blocks: Replacement[]): Promise<void>
  /**
   * Seals the blocks from number `first` on again, with the same timestamps and the same transactions in the same order, on
   * what the source of the attributes says now. Nothing happens if there is no such block.
   */
  reseal(first: bigint): Promise<void>
  /**
   * A reorg that others have made: what `take` returns becomes the canonical chain, and what stood in its place is sealed
   * again upon it. A block without transactions holds nothing to keep: it gives way to a taken one.
   * @param take inserts blocks into the store, each on the one before; runs while no other block is made
   */
  adopt(take: () => Promise<SealedBlock[]>): Promise<void>
  /** What test methods have decided about the next block. */
  next: NextBlock
  /** Unix seconds that the next block would have. */
  nextTimestamp(): bigint
}

/** What a block that replaces another shall be. */
export type Replacement = {
  /** In this order; those that do not fit go into the next replacement. */
  transactions: TypedTransaction[]
  /** Unix seconds, if the parent's timestamp allows it. */
  timestamp: bigint
  prevRandao?: Uint8Array
}

export type BlockProducerOptions = {
  attributes?: ((parent: Header) => Promise<Partial<PayloadAttributes>>) | undefined
  payloadBytes: number
  acceptsRequests: boolean
  recordWitness: boolean
}

export type BlockProducerDeps = Omit<Backend, 'producer' | 'loop'> & { serial: SerialQueue; logger: Logger }

/** Makes the chain's blocks from the pool's transactions. Blocks are valid by construction, so they are not checked again. */
export function createBlockProducer(
  { attributes, payloadBytes, acceptsRequests, recordWitness }: BlockProducerOptions,
  { rules, store, headState, pool, precompiles, clock, serial, logger }: BlockProducerDeps,
): BlockProducer {
  const next: NextBlock = {}
  const deferrals = createDeferrals(logger)

  function nextTimestamp(): bigint {
    const { timestamp: parent } = store.head().block.header
    const { timestamp, timestampInterval } = next
    return larger(timestamp ?? (timestampInterval ? parent + timestampInterval : BigInt(clock.now())), parent + 1n)
  }

  type Plan = Pick<PayloadAttributes, 'timestamp'> &
    Partial<PayloadAttributes> & { best(baseFee: bigint): BestTransactions; next: NextBlock }

  async function assemble(parent: SealedBlock, parentState: WorldState, plan: Plan): Promise<Built> {
    const { header } = parent.block
    const { best, next, ...given } = plan
    const chosen: PayloadAttributes = {
      prevRandao: next.prevRandao ?? keccak256(parent.hash),
      suggestedFeeRecipient: next.feeRecipient ?? header.coinbase,
      parentBeaconBlockRoot: new Uint8Array(32),
      gasLimit: header.gasLimit,
      withdrawals: [],
      ...(await attributes?.(header)),
      ...given,
    }
    const { baseFeePerGas, gasLimit } = next
    const unlawful = { ...(baseFeePerGas !== undefined && { baseFeePerGas }), ...(gasLimit && { gasLimit }) }
    const assembly = await assembleBlock({
      createBuilder: () =>
        createBlockBuilder({
          rules,
          parent: header,
          parentState,
          attributes: chosen,
          ...store.history(parent),
          precompiles,
          recordWitness,
          unlawful,
        }),
      best,
      payloadBytes,
      acceptsRequests,
      deferrals,
    })
    return { parentState, ...assembly }
  }

  const assembleNext = () =>
    assemble(store.head(), headState.current(), { timestamp: nextTimestamp(), best: pool.best, next })

  function keep({ sealed, included, parentState }: Built): SealedBlock {
    store.insert(sealed, parentState)
    clock.observe(Number(sealed.block.header.timestamp))
    const { number, gasUsed } = sealed.block.header
    const record = { number: Number(number), transactions: included.length, gasUsed: Number(gasUsed) }
    // Empty blocks come with every slot and say nothing.
    logger[included.length > 0 ? 'info' : 'debug'](record, 'block.sealed')
    return sealed
  }

  function commit(built: Built): SealedBlock {
    forgetNextBlock(next)
    const sealed = keep(built)
    store.setHead(toHex(sealed.hash))
    return sealed
  }

  async function assembleAndDrop(): Promise<Built> {
    const built = await assembleNext()
    for (const { entry, reason } of built.rejected) {
      logger.warn({ hash: entry.hash, reason: reason.message }, 'transaction.dropped')
      pool.drop(entry.hash, reason)
    }
    return built
  }

  async function reorg(ancestor: SealedBlock, blocks: Replacement[]): Promise<void> {
    const replaced = store.isCanonical(ancestor) ? store.blockByNumber(ancestor.block.header.number + 1n) : undefined
    let parent = ancestor
    let parentState = replaced ? store.parentState(replaced) : ancestor.state
    let waiting: PooledTransaction[] = []
    for (const { transactions, timestamp: wanted, prevRandao } of blocks) {
      waiting = [...waiting, ...transactions.map((transaction, arrival) => pooledTransaction(transaction, arrival))]
      const timestamp = larger(wanted, parent.block.header.timestamp + 1n)
      const best = () => inOrder(waiting)
      const built = await assemble(parent, parentState, {
        timestamp,
        best,
        next: {},
        ...(prevRandao && { prevRandao }),
      })
      const done = new Set([...built.included, ...built.rejected.map(({ entry }) => entry)])
      waiting = waiting.filter((entry) => !done.has(entry))
      parent = keep(built)
      parentState = parent.state
    }
    store.setHead(toHex(parent.hash))
  }

  /** Canonical blocks from number `first` on, as what may replace them. */
  function replacements(first: bigint): Replacement[] {
    const blocks: Replacement[] = []
    for (let number = first; ; number++) {
      const block = store.blockByNumber(number)?.block
      if (block === undefined) return blocks
      blocks.push({ transactions: block.transactions, timestamp: block.header.timestamp })
    }
  }

  async function adopt(taken: SealedBlock[]): Promise<void> {
    const foreign = taken.filter((block) => !store.isCanonical(block))
    const [first, last] = [foreign[0], foreign.at(-1)]
    if (first === undefined || last === undefined) return
    clock.observe(Number(last.block.header.timestamp))
    const held = new Set(
      foreign.flatMap(({ receipts }) => receipts.map(({ transactionHash }) => toHex(transactionHash))),
    )
    let dispensable = foreign.length
    const kept = replacements(first.block.header.number)
      .map((block) => ({ ...block, transactions: block.transactions.filter((one) => !held.has(toHex(one.hash()))) }))
      .filter(({ transactions }) => transactions.length > 0 || --dispensable < 0)
    await reorg(last, kept)
  }

  return {
    seal: () => serial.run(async () => commit(await assembleAndDrop())),
    sealPending: () =>
      serial.run(async () => {
        if (!pool.hasExecutable()) return undefined
        const built = await assembleAndDrop()
        // What remains waits for lower fees, and only a block lowers them: an empty one if need be.
        return built.included.length > 0 || pool.hasExecutable() ? commit(built) : undefined
      }),
    preview: async () => (await assembleNext()).sealed,
    rewind: (hash, state) =>
      serial.run(async () => {
        forgetNextBlock(next)
        store.setHead(hash)
        headState.restore(state)
      }),
    reorg: (ancestor, blocks) => serial.run(() => reorg(ancestor, blocks)),
    reseal: (first) =>
      serial.run(async () => {
        const ancestor = store.blockByNumber(first - 1n)
        const blocks = replacements(first)
        if (ancestor && blocks.length > 0) await reorg(ancestor, blocks)
      }),
    adopt: (take) => serial.run(async () => adopt(await take())),
    next,
    nextTimestamp,
  }
}

type Built = Assembly & { parentState: WorldState }
