import type { Hex } from 'viem'
import type { SealedBlock } from '../../execute/index.ts'
import { toHex } from '../hex.ts'
import type { TransactionLocation } from './ChainStore.ts'
import { heightOf } from './heightOf.ts'

/** Blocks that are in memory, and where canonical transactions are. */
export type MemoryIndex = {
  byHash: Map<Hex, SealedBlock>
  canonical: Map<number, SealedBlock>
  /** Not canonical any more. */
  side: Set<SealedBlock>
  transactions: Map<Hex, TransactionLocation>
  /** @param kept stands for the block from now on */
  remember(block: SealedBlock, kept?: SealedBlock): void
  /** As `remember`, and its transactions. */
  append(block: SealedBlock, kept?: SealedBlock): void
  /** It is not canonical any more. */
  retract(block: SealedBlock): void
  /** It is not in memory any more. */
  forget(block: SealedBlock): void
}

/** @param indexesTransactions whether transactions are found here */
export function createMemoryIndex(indexesTransactions: boolean): MemoryIndex {
  const byHash = new Map<Hex, SealedBlock>()
  const canonical = new Map<number, SealedBlock>()
  const side = new Set<SealedBlock>()
  const transactions = new Map<Hex, TransactionLocation>()

  function remember(block: SealedBlock, kept = block): void {
    canonical.set(heightOf(block), kept)
    byHash.set(toHex(block.hash), kept)
  }

  function withoutTransactions({ block }: SealedBlock): void {
    if (indexesTransactions)
      for (const transaction of block.transactions) transactions.delete(toHex(transaction.hash()))
  }

  return {
    byHash,
    canonical,
    side,
    transactions,
    remember,
    append(block, kept = block) {
      remember(block, kept)
      side.delete(block)
      if (!indexesTransactions) return
      block.block.transactions.forEach((transaction, index) => {
        transactions.set(toHex(transaction.hash()), { block: kept, index })
      })
    },
    retract(block) {
      canonical.delete(heightOf(block))
      byHash.set(toHex(block.hash), block)
      side.add(block)
      withoutTransactions(block)
    },
    forget(block) {
      byHash.delete(toHex(block.hash))
      withoutTransactions(block)
    },
  }
}
