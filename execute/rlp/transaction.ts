import { createTxFromRLP, type TypedTransaction } from '@ethereumjs/tx'
import { Address } from '@ethereumjs/util'
import { keccak256 } from '../crypto/keccak256.ts'
import { InvalidTransaction } from '../errors.ts'
import type { ChainRules } from '../rules/createChainRules.ts'
import { hexToBytes } from '../state/hexToBytes.ts'
import { isShallowList } from './isShallowList.ts'

/** An access list (EIP-2930) holds the most: transaction, list, entry, storage keys. */
const DEEPEST = 4

/** The transaction's canonical bytes (EIP-2718), without a blob sidecar. */
export function encodeTransaction(transaction: TypedTransaction): Uint8Array {
  return transaction.serialize()
}

/** The hashes of the blobs that the transaction carries, 32 bytes each (EIP-4844); none for other types. */
export function versionedHashesOf(transaction: TypedTransaction): Uint8Array[] {
  return 'blobVersionedHashes' in transaction ? transaction.blobVersionedHashes.map((hash) => hexToBytes(hash)) : []
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
  const list = bytes[0]! < 0xc0 ? bytes.subarray(1) : bytes
  if (!isShallowList(list, DEEPEST)) throw undecodable('it is not an RLP list of the depth a transaction has', bytes)
  try {
    return remembering(createTxFromRLP(bytes, { common: rules.common(at.timestamp, at.number), freeze: false }))
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw undecodable(reason, bytes, cause)
  }
}

/** EthereumJS hashes the sender's key, in JavaScript, each time it is asked for the address, and encodes anew for each root and hash. */
function remembering(transaction: TypedTransaction): TypedTransaction {
  let sender: Address | undefined
  let encoded: Uint8Array | undefined
  const encode = transaction.serialize.bind(transaction)
  const getSenderAddress = () => {
    sender ??= new Address(keccak256(transaction.getSenderPublicKey()).subarray(12))
    return sender
  }
  const serialize = () => {
    encoded ??= encode()
    return encoded
  }
  Object.assign(transaction, { getSenderAddress, serialize })
  return Object.freeze(transaction) as TypedTransaction
}

function undecodable(reason: string, value: Uint8Array, cause?: unknown): InvalidTransaction {
  return new InvalidTransaction('UNDECODABLE_TRANSACTION', `The transaction cannot be decoded: ${reason}`, {
    value,
    cause,
  })
}
