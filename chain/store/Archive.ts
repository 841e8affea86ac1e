import type { Hex } from 'viem'
import type { SealedBlock, WorldState } from '../../execute/index.ts'
import type { BlobArchive } from '../blobs/BlobArchive.ts'

/** Heads as they are kept; `safe` and `finalized` are absent until they were set for the first time. */
export type Tags = { head: Hex; safe?: Hex; finalized?: Hex }

/** Numbers from which on canonical blocks, and their states, are kept. Genesis is, whatever its number; its state is not. */
export type Oldest = { block: number; state: number }

/**
 * What of a chain outlives its process: blocks with receipts and witnesses, the canonical index, tags, states and blobs.
 * What it reads is decoded when it is first looked at.
 */
export type Archive = {
  /** Runs `write`: everything written in it is kept, or, whenever the process dies, nothing of it. Errors: STATE_DIR_UNWRITABLE. */
  commit(write: () => void): void
  tags(): Tags
  setTags(tags: Tags): void
  blockByHash(hash: Hex): SealedBlock | undefined
  canonicalHash(number: bigint): Hex | undefined
  /** Of canonical blocks. */
  transaction(hash: Hex): { block: Hex; index: number } | undefined
  /** What the block was built on, if that is not the state that its parent left. */
  amendedParentState(hash: Hex): WorldState | undefined
  /** Any state that is kept, by its root. */
  state(root: Uint8Array): WorldState
  oldest(): Oldest
  /** Blocks of other branches. */
  sideBlocks(): SealedBlock[]
  /** Writes a block, with its state, and makes it the canonical one of its number. */
  append(block: SealedBlock, parentState: WorldState, amendedParentState?: WorldState): void
  /** Takes a block out of the canonical index. It stays readable by its hash until it is removed. */
  retract(block: SealedBlock): void
  /** Removes a block of another branch, with its state. None may be there that was built on it. */
  remove(block: SealedBlock): void
  removeWitness(hash: Hex): void
  /**
   * Removes states of canonical blocks below `to.state`, and blocks below `to.block` whose state is gone: so many at most, the
   * oldest first, that a commit is not held up. No block of another branch may be there below `to.state + 1`.
   */
  prune(to: Oldest): void
  blobs: BlobArchive
  close(): Promise<void>
}
