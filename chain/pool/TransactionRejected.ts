import type { InvalidTransaction } from '../../execute/index.ts'
import { ChainError } from '../errors.ts'

/** The pool does not take the transaction. Messages begin with geth's words, by which clients recognise the reason. */
export class TransactionRejected extends ChainError {
  override name = 'TransactionRejected'

  static from(cause: InvalidTransaction): TransactionRejected {
    const { code, message, value, expected } = cause
    return new TransactionRejected(code, message, { value, expected, cause })
  }
}
