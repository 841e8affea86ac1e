import type { TypedTransaction } from '@ethereumjs/tx'
import type { Header } from '../../execute/index.ts'
import { TransactionRejected } from './TransactionRejected.ts'

/** geth's `txMaxSize`: four slots of 32 KB. Blobs are counted apart. */
const maxTransactionBytes = 128 * 1024

export type TransactionChecks = { name: string; types: number[]; head: Header }

/** The rules that need no account, and that the transaction's own making has not checked: type, size and gas. Errors: TransactionRejected. */
export function checkTransaction(
  transaction: TypedTransaction,
  { hasSidecar, size }: { hasSidecar: boolean; size: number },
  { name, types, head }: TransactionChecks,
): void {
  const { gasLimit, type } = transaction
  const reject = (code: string, message: string, value: unknown, expected: unknown, hint?: string): never => {
    throw new TransactionRejected(code, message, { value, expected, ...(hint && { hint }) })
  }
  if (!types.includes(type)) {
    const what = type === 3 ? 'blob transactions (type 3) are' : `type ${type} is`
    reject('TYPE_NOT_SUPPORTED', `transaction type not supported: ${what} not accepted on ${name}`, type, types)
  }
  if (size > maxTransactionBytes) {
    const message = `oversized data: transaction size ${size}, limit ${maxTransactionBytes}`
    reject('OVERSIZED', message, size, maxTransactionBytes)
  }
  if (gasLimit > head.gasLimit) {
    reject(
      'GAS_LIMIT_EXCEEDED',
      `exceeds block gas limit: ${gasLimit}, limit ${head.gasLimit}`,
      gasLimit,
      head.gasLimit,
    )
  }
  const intrinsic = transaction.getIntrinsicGas()
  if (gasLimit < intrinsic) {
    const message = `intrinsic gas too low: gas ${gasLimit}, minimum needed ${intrinsic}`
    reject('INTRINSIC_GAS_TOO_LOW', message, gasLimit, intrinsic)
  }
  // EIP-7623.
  const floor = transaction.getMinimumGasLimit()
  if (gasLimit < floor) {
    const message = `insufficient gas for floor data gas cost: gas ${gasLimit}, minimum needed ${floor}`
    reject('FLOOR_GAS_TOO_LOW', message, gasLimit, floor)
  }
  if (type === 3 && !hasSidecar) {
    reject('MISSING_SIDECAR', 'missing sidecar in blob transaction', undefined, 'blobs, commitments and proofs')
  }
}
