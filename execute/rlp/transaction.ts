import { createTxFromRLP, type TypedTransaction } from '@ethereumjs/tx'
import { InvalidTransaction } from '../errors.ts'
import type { ChainRules } from '../rules/createChainRules.ts'

/** The transaction's canonical bytes (EIP-2718), without a blob sidecar. */
export function encodeTransaction(transaction: TypedTransaction): Uint8Array {
  return transaction.serialize()
}

/**
 * Decodes canonical bytes under the rules of the fork active in `at`'s block.
 * @throws InvalidTransaction UNDECODABLE_TRANSACTION
 */
export function decodeTransaction(
  bytes: Uint8Array,
  rules: ChainRules,
  at: { timestamp: bigint; number?: bigint },
): TypedTransaction {
  try {
    return createTxFromRLP(bytes, { common: rules.common(at.timestamp, at.number) })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new InvalidTransaction('UNDECODABLE_TRANSACTION', `The transaction cannot be decoded: ${reason}`, {
      value: bytes,
      cause,
    })
  }
}
