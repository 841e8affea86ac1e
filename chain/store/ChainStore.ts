import type { Hex } from 'viem'
import type { Header, SealedBlock, WorldState } from '../../execute/index.ts'
import { ChainError } from '../errors.ts'
import { toHex } from '../hex.ts'
import { createListeners } from '../listeners.ts'
import type { Archive, Oldest } from './Archive.ts'
import { heightOf } from './heightOf.ts'
import { limitsAt } from './limitsAt.ts'
import { prunedState, statePruned } from './prunedState.ts'
import { staleBranches } from './staleBranches.ts'
import { hashesOf } from './tags.ts'

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
  /** Number of the oldest canonical block that is kept, with all after it. */
  oldestBlock(): number
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
  /** Told of a change before all others, within the transaction that archives it: what it archives itself belongs to it. */
  onCommit(listener: (change: HeadChange) => void): () => void
  onHeadChange(listener: (change: HeadChange) => void): () => void
  /** Nothing can be read or written afterwards. */
  close(): Promise<void>
}

export type ChainStoreOptions = {
  /** Blocks below the head whose state stays readable. */
  historyBlocks: number
  /** Canonical blocks below the head that stay at the least; older ones go once they are final, with their states. @default all */
  keptBlocks?: number
  /** Where blocks and states go on from memory. */
  archive?: Archive
}

/** Blocks below the head that stay in memory although they are archived: BLOCKHASH reaches that far. */
const memoryBlocks = 256
/** Blocks below the head beyond which those of other branches are forgotten, if the limit of states is not nearer. */
const sideBlocks = 1024
/** Finalized blocks that still have their witness, should L1 take back what it settled. */
const finalWitnesses = 256
/** Now and then the head's state is read anew from the archive, which lets go of all nodes that were read before. */
const freshStateEvery = 1024

export function createChainStore(genesis: SealedBlock, options: ChainStoreOptions): ChainStore {
  const { historyBlocks, archive } = options
  const keptBlocks = Math.max(options.keptBlocks ?? Number.POSITIVE_INFINITY, memoryBlocks)
  const byHash = new Map<Hex, SealedBlock>()
  const canonical = new Map<number, SealedBlock>()
  // Not canonical any more. In memory, those of an archive too.
  const side = new Set(archive?.sideBlocks())
  // Of canonical blocks; an archive has an index of its own.
  const transactions = new Map<Hex, TransactionLocation>()
  const amendedParents = new WeakMap<SealedBlock, WorldState>()
  const commits = createListeners<HeadChange>()
  const changes = createListeners<HeadChange>()
  const tags = archive?.tags()
  let head = (tags && archive?.blockByHash(tags.head)) ?? genesis
  let safe = tags?.safe === undefined ? undefined : archive?.blockByHash(tags.safe)
  let finalized = tags?.finalized === undefined ? undefined : archive?.blockByHash(tags.finalized)
  // Numbers from here on still have their states, and in memory their blocks. Genesis itself always stays.
  let oldestState = Math.max(archive?.oldest().state ?? 0, heightOf(head) - historyBlocks)
  let oldestBlock = Math.max(1, heightOf(head))
  let oldestWitness = Math.max(0, heightOf(finalized ?? genesis) - finalWitnesses)

  const blockByHash = (hash: Hex) => byHash.get(hash) ?? archived(hash)
  const commit = (write: () => void) => (archive ? archive.commit(write) : write())
  const parentOf = (block: SealedBlock) => blockByHash(toHex(block.block.header.parentHash))

  function archived(hash: Hex): SealedBlock | undefined {
    const block = archive?.blockByHash(hash)
    if (block && heightOf(block) < oldestState) block.state = prunedState(block.block.header)
    return block
  }

  function blockByNumber(number: bigint): SealedBlock | undefined {
    if (number < 0n || number > head.block.header.number) return undefined
    const inMemory = canonical.get(Number(number))
    if (inMemory || !archive) return inMemory
    const hash = archive.canonicalHash(number)
    return hash && archived(hash)
  }

  function isCanonical({ block, hash }: SealedBlock): boolean {
    const { number } = block.header
    const inMemory = canonical.get(Number(number))
    if (inMemory) return Buffer.compare(inMemory.hash, hash) === 0
    return number <= head.block.header.number && archive?.canonicalHash(number) === toHex(hash)
  }

  function known(hash: Hex): SealedBlock {
    const block = blockByHash(hash)
    if (block === undefined) {
      throw new ChainError('UNKNOWN_BLOCK', `block ${hash} is not known`, {
        value: hash,
        expected: 'the hash of a block that this node has sealed or imported',
        hint: 'import its ancestors and the block first',
      })
    }
    return block
  }

  function remember(block: SealedBlock): void {
    canonical.set(heightOf(block), block)
    byHash.set(toHex(block.hash), block)
  }

  function append(block: SealedBlock): void {
    remember(block)
    side.delete(block)
    if (archive) return
    block.block.transactions.forEach((transaction, index) => {
      transactions.set(toHex(transaction.hash()), { block, index })
    })
  }

  function retract(block: SealedBlock): void {
    canonical.delete(heightOf(block))
    byHash.set(toHex(block.hash), block)
    side.add(block)
    for (const transaction of block.block.transactions) transactions.delete(toHex(transaction.hash()))
  }

  function forget(block: SealedBlock): void {
    byHash.delete(toHex(block.hash))
    for (const transaction of block.block.transactions) transactions.delete(toHex(transaction.hash()))
  }

  /** Lets go of what has fallen too far behind the head. */
  function prune(limit: Oldest): void {
    const height = heightOf(head)
    for (; oldestState < limit.state; oldestState++) {
      const block = canonical.get(oldestState)
      if (block === undefined) continue
      block.state = prunedState(block.block.header)
      delete block.witness
      amendedParents.delete(block)
    }
    const dispensable = archive ? height - memoryBlocks : limit.block
    for (; oldestBlock < dispensable; oldestBlock++) {
      const block = canonical.get(oldestBlock)
      canonical.delete(oldestBlock)
      if (block) forget(block)
    }
    if (archive && height % freshStateEvery === 0) head.state = archive.state(head.state.root)
  }

  function dropWitnesses(finalized: SealedBlock | undefined): void {
    for (; oldestWitness < heightOf(finalized ?? genesis) - finalWitnesses; oldestWitness++) {
      const block = canonical.get(oldestWitness)
      if (block) delete block.witness
      const hash = block ? toHex(block.hash) : archive?.canonicalHash(BigInt(oldestWitness))
      if (hash) archive?.removeWitness(hash)
    }
  }

  function setHead(hash: Hex): HeadChange {
    const added: SealedBlock[] = []
    let fork = known(hash)
    for (; !isCanonical(fork); fork = known(toHex(fork.block.header.parentHash))) added.unshift(fork)
    // What the archive has let go of, no state in memory can do without.
    if (archive && heightOf(fork) < oldestState) throw statePruned(fork.block.header)
    const removed: SealedBlock[] = []
    for (let { number } = head.block.header; number > fork.block.header.number; number--)
      removed.push(blockByNumber(number) as SealedBlock)
    const change = { removed, added }
    if (removed.length === 0 && added.length === 0) return change

    const next = added.at(-1) ?? canonical.get(heightOf(fork)) ?? fork
    const staying = (tag: SealedBlock | undefined) =>
      tag && heightOf(tag) > heightOf(fork) && !added.includes(tag) ? fork : tag
    const tags = { safe: staying(safe), finalized: staying(finalized) }
    const limit = limitsAt(next, tags.finalized, { historyBlocks, keptBlocks })
    const aside = [...[...side].filter((block) => !added.includes(block)), ...removed]
    const beyond = Math.max(heightOf(next) - sideBlocks, archive ? Math.max(limit.state, oldestState) + 1 : 0)
    const stale = staleBranches(aside, beyond)
    try {
      commit(() => {
        for (const block of removed) archive?.retract(block)
        for (const block of added) archive?.append(block, parentOf(block)!.state, amendedParents.get(block))
        dropWitnesses(tags.finalized)
        archive?.setTags(hashesOf({ head: next, ...tags }))
        commits.emit(change)
        for (const block of stale) archive?.remove(block)
        archive?.prune(limit)
      })
    } catch (error) {
      // They are made, or come, again.
      for (const block of added) if (!side.has(block)) byHash.delete(toHex(block.hash))
      throw error
    }
    for (const block of removed) retract(block)
    for (const block of added) append(block)
    for (const block of stale) {
      side.delete(block)
      byHash.delete(toHex(block.hash))
    }
    oldestBlock = Math.min(oldestBlock, Math.max(1, heightOf(fork)))
    oldestWitness = Math.min(oldestWitness, heightOf(fork) + 1)
    ;({ safe, finalized } = tags)
    head = next
    remember(head)
    prune(limit)
    changes.emit(change)
    return change
  }

  /** The archive learns of it with the next block: a transaction of its own would cost as much as a block's. */
  function setForkchoice(forkchoice: { safe?: Hex; finalized?: Hex }): void {
    if (forkchoice.safe) safe = known(forkchoice.safe)
    if (forkchoice.finalized) finalized = known(forkchoice.finalized)
  }

  function ancestor(parent: SealedBlock, number: bigint): SealedBlock | undefined {
    let block: SealedBlock | undefined = parent
    while (block && block.block.header.number > number && !isCanonical(block)) block = parentOf(block)
    if (block === undefined || block.block.header.number < number) return undefined
    return isCanonical(block) ? blockByNumber(number) : block
  }

  remember(genesis)
  remember(head)
  for (const block of side) byHash.set(toHex(block.hash), block)

  return {
    genesis,
    head: () => head,
    safe: () => safe ?? head,
    finalized: () => finalized ?? head,
    blockByHash,
    blockByNumber,
    isCanonical,
    oldestBlock() {
      const oldest = archive?.oldest().block ?? oldestBlock
      return oldest === 1 ? 0 : oldest
    },
    oldestState: () => oldestState,
    transaction(hash) {
      if (!archive) return transactions.get(hash)
      const place = archive.transaction(hash)
      const block = place && blockByHash(place.block)
      return block && { block, index: place.index }
    },
    history: (parent) => ({
      getBlockHash: (number) => ancestor(parent, number)?.hash,
      getHeader: (number) => ancestor(parent, number)?.block.header,
    }),
    insert(block, parentState) {
      byHash.set(toHex(block.hash), block)
      if (parentState && parentState !== parentOf(block)?.state) amendedParents.set(block, parentState)
    },
    parentState(block) {
      const parent = known(toHex(block.block.header.parentHash))
      if (archive && heightOf(parent) < oldestState) return parent.state
      return amendedParents.get(block) ?? archive?.amendedParentState(toHex(block.hash)) ?? parent.state
    },
    setHead,
    setForkchoice,
    onCommit: commits.add,
    onHeadChange: changes.add,
    async close() {
      try {
        commit(() => archive?.setTags(hashesOf({ head, safe, finalized })))
      } finally {
        await archive?.close()
      }
    },
  }
}
