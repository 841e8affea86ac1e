import type { TypedTransaction } from '@ethereumjs/tx'
import type { Hex } from 'viem'

export type PooledTransaction = {
  transaction: TypedTransaction
  hash: Hex
  sender: Hex /** Bytes as sent. */
  size: number
}

export type TransactionPool = {
  get(hash: Hex): PooledTransaction | undefined
  /** Called with each transaction that the pool accepted. */
  onTransaction(listener: (transaction: PooledTransaction) => void): () => void
}
