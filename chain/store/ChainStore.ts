import type { Hex } from 'viem'
import type { SealedBlock } from '../../execute/index.ts'

/** How the canonical chain changed: `removed` from the old head downwards, `added` upwards to the new head. */
export type HeadChange = { removed: SealedBlock[]; added: SealedBlock[] }
export type TransactionLocation = { block: SealedBlock; index: number }

/** Blocks by hash and number, their receipts and states, and where each canonical transaction is. */
export type ChainStore = {
  genesis: SealedBlock
  head(): SealedBlock
  safe(): SealedBlock
  finalized(): SealedBlock
  blockByHash(hash: Hex): SealedBlock | undefined
  blockByNumber(number: bigint): SealedBlock | undefined
  /** Canonical transactions only. */
  transaction(hash: Hex): TransactionLocation | undefined
  /** Adds a block whose parent is known, without making it canonical. */
  insert(block: SealedBlock): void
  /** Makes a known block the head, and its ancestors the canonical chain. Errors: UNKNOWN_BLOCK. */
  setHead(hash: Hex): HeadChange
  setForkchoice(forkchoice: { safe?: Hex; finalized?: Hex }): void
  onHeadChange(listener: (change: HeadChange) => void): () => void
}
