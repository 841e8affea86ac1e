import type { TypedTransaction } from '@ethereumjs/tx'
import { encodeTransaction } from '../../execute/index.ts'
import { toHex } from '../hex.ts'
import { senderOf } from '../senderOf.ts'
import type { PooledTransaction } from './TransactionPool.ts'

/** A transaction with what the pool sorts by. Throws when its signature is invalid. */
export function pooledTransaction(transaction: TypedTransaction, arrival: number): PooledTransaction {
  return {
    transaction,
    hash: toHex(transaction.hash()),
    sender: senderOf(transaction),
    nonce: transaction.nonce,
    size: encodeTransaction(transaction).length,
    arrival,
  }
}
