import type { Hex } from 'viem'
import type { Header, SealedBlock, WorldState } from '../../execute/index.ts'
import { ChainError } from '../errors.ts'
import { toHex } from '../hex.ts'
import { createListeners } from '../listeners.ts'
import { prunedState } from './prunedState.ts'

/** How the canonical chain changed: `removed` from the old head downwards, `added` upwards to the new head. */
export type HeadChange = { removed: SealedBlock[]; added: SealedBlock[] }
export type TransactionLocation = { block: SealedBlock; index: number }

/** Ancestors by number, whichever branch they are on. */
export type History = {
  getBlockHash(number: bigint): Uint8Array | undefined
  getHeader(number: bigint): Header | undefined
}

/** Blocks by hash and number, their receipts and states, and where each canonical transaction is. */
export type ChainStore = {
  genesis: SealedBlock
  head(): SealedBlock
  safe(): SealedBlock
  finalized(): SealedBlock
  blockByHash(hash: Hex): SealedBlock | undefined
  blockByNumber(number: bigint): SealedBlock | undefined
  isCanonical(block: SealedBlock): boolean
  /** Number of the oldest canonical block whose state is kept. */
  oldestState(): number
  /** Canonical transactions only. */
  transaction(hash: Hex): TransactionLocation | undefined
  /** What a block on `parent` can learn of its ancestors (BLOCKHASH). */
  history(parent: SealedBlock): History
  /**
   * Adds a block whose parent is known, without making it canonical.
   * @param parentState what it was built on, if test methods had rewritten the parent's state
   */
  insert(block: SealedBlock, parentState?: WorldState): void
  /** State on which a block was built. Errors: UNKNOWN_BLOCK; reading from it may throw STATE_PRUNED. */
  parentState(block: SealedBlock): WorldState
  /** Makes a known block the head, and its ancestors the canonical chain. Errors: UNKNOWN_BLOCK. */
  setHead(hash: Hex): HeadChange
  /** Moves the tags. A tag that was never set stands for the head. Errors: UNKNOWN_BLOCK. */
  setForkchoice(forkchoice: { safe?: Hex; finalized?: Hex }): void
  onHeadChange(listener: (change: HeadChange) => void): () => void
}

/** @param historyBlocks blocks below the head whose state and witness stay in memory */
export function createChainStore(genesis: SealedBlock, { historyBlocks }: { historyBlocks: number }): ChainStore {
  const byHash = new Map<Hex, SealedBlock>()
  const transactions = new Map<Hex, TransactionLocation>()
  const amendedParents = new WeakMap<SealedBlock, WorldState>()
  const changes = createListeners<HeadChange>()
  let canonical: SealedBlock[] = []
  // Numbers from here on still have their states.
  let oldestState = 0
  let safe: SealedBlock | undefined
  let finalized: SealedBlock | undefined

  const head = () => canonical[canonical.length - 1] as SealedBlock
  const blockByNumber = (number: bigint) => canonical[Number(number)]
  const isCanonical = (block: SealedBlock) => blockByNumber(block.block.header.number) === block
  const parentOf = (block: SealedBlock) => byHash.get(toHex(block.block.header.parentHash))

  function known(hash: Hex): SealedBlock {
    const block = byHash.get(hash)
    if (block === undefined) {
      throw new ChainError('UNKNOWN_BLOCK', `block ${hash} is not known`, {
        value: hash,
        expected: 'the hash of a block that this node has sealed or imported',
        hint: 'import its ancestors and the block first',
      })
    }
    return block
  }

  function append(block: SealedBlock): void {
    canonical.push(block)
    block.block.transactions.forEach((transaction, index) => {
      transactions.set(toHex(transaction.hash()), { block, index })
    })
  }

  function retract(): SealedBlock {
    const block = canonical.pop() as SealedBlock
    for (const transaction of block.block.transactions) transactions.delete(toHex(transaction.hash()))
    return block
  }

  function prune(): void {
    for (; oldestState < canonical.length - 1 - historyBlocks; oldestState++) {
      const block = canonical[oldestState] as SealedBlock
      block.state = prunedState(block.block.header)
      delete block.witness
      amendedParents.delete(block)
    }
  }

  function setHead(hash: Hex): HeadChange {
    const added: SealedBlock[] = []
    for (let block = known(hash); !isCanonical(block); block = known(toHex(block.block.header.parentHash))) {
      added.unshift(block)
    }
    const ancestor = (added[0] ?? known(hash)).block.header.number - (added.length > 0 ? 1n : 0n)
    const removed: SealedBlock[] = []
    while (head().block.header.number > ancestor) removed.push(retract())
    for (const block of added) append(block)
    prune()
    if (safe && !isCanonical(safe)) safe = blockByNumber(ancestor)
    if (finalized && !isCanonical(finalized)) finalized = blockByNumber(ancestor)
    const change = { removed, added }
    if (removed.length > 0 || added.length > 0) changes.emit(change)
    return change
  }

  function ancestor(parent: SealedBlock, number: bigint): SealedBlock | undefined {
    let block: SealedBlock | undefined = parent
    while (block && block.block.header.number > number && !isCanonical(block)) block = parentOf(block)
    if (block === undefined || block.block.header.number < number) return undefined
    return isCanonical(block) ? blockByNumber(number) : block
  }

  byHash.set(toHex(genesis.hash), genesis)
  canonical = [genesis]

  return {
    genesis,
    head,
    safe: () => safe ?? head(),
    finalized: () => finalized ?? head(),
    blockByHash: (hash) => byHash.get(hash),
    blockByNumber,
    isCanonical,
    oldestState: () => oldestState,
    transaction: (hash) => transactions.get(hash),
    history: (parent) => ({
      getBlockHash: (number) => ancestor(parent, number)?.hash,
      getHeader: (number) => ancestor(parent, number)?.block.header,
    }),
    insert(block, parentState) {
      byHash.set(toHex(block.hash), block)
      if (parentState && parentState !== parentOf(block)?.state) amendedParents.set(block, parentState)
    },
    parentState: (block) => amendedParents.get(block) ?? known(toHex(block.block.header.parentHash)).state,
    setHead,
    setForkchoice(forkchoice) {
      if (forkchoice.safe) safe = known(forkchoice.safe)
      if (forkchoice.finalized) finalized = known(forkchoice.finalized)
    },
    onHeadChange: (listener) => changes.add(listener),
  }
}
