import { type Input, type NestedUint8Array, RLP } from '@ethereumjs/rlp'
import { InvalidTransaction } from '../../execute/index.ts'
import { toHex } from '../hex.ts'
import type { BlobSidecar } from './BlobSidecar.ts'

/** EIP-4844's transaction type. */
const blobTransactionType = 0x03
/** EIP-7594: the wrapper's second field. */
const wrapperVersion = 1
/** Position of `blob_versioned_hashes` among the 14 fields of a signed type-3 transaction. */
const versionedHashesField = 10
const transactionFields = 14

/** A transaction as it stands in blocks, and the sidecar that came with it. */
export type NetworkTransaction = { transaction: Uint8Array; sidecar?: BlobSidecar }

/**
 * Splits the bytes of `eth_sendRawTransaction`. Transactions of other types, and blob transactions without a sidecar,
 * pass as they are. Only the layout is checked here (`checkSidecar` checks the rest). Errors: MALFORMED_SIDECAR.
 */
export function decodeNetworkTransaction(raw: Uint8Array): NetworkTransaction {
  if (raw[0] !== blobTransactionType) return { transaction: raw }
  const fields = decodeList(raw.subarray(1))
  if (!Array.isArray(fields[0])) return { transaction: raw }
  const body = fields[0]
  if (body.length !== transactionFields) {
    throw malformed(`${body.length} transaction fields`, `${transactionFields} transaction fields`)
  }
  const versionedHashes = byteStrings(body[versionedHashesField], 'blob_versioned_hashes').map(toHex)
  const transaction = typed(RLP.encode(body as Input))
  // EIP-4844: [tx, blobs, commitments, proofs]; EIP-7594: [tx, 1, blobs, commitments, cell proofs].
  const [version, lists] = fields.length === 4 ? [0 as const, fields.slice(1)] : [1 as const, fields.slice(2)]
  if (fields.length !== 4 && fields.length !== 5) throw malformed(`${fields.length} fields`, '4 or 5 fields')
  if (version === 1 && !isVersion(fields[1]))
    throw malformed('another wrapper version', `wrapper version ${wrapperVersion}`)
  return {
    transaction,
    sidecar: {
      version,
      versionedHashes,
      blobs: byteStrings(lists[0], 'blobs'),
      commitments: byteStrings(lists[1], 'commitments'),
      proofs: byteStrings(lists[2], 'proofs'),
    },
  }
}

/** The inverse: what `eth_sendRawTransaction` takes. `transaction` is the signed type-3 transaction as it stands in blocks. */
export function encodeNetworkTransaction(transaction: Uint8Array, sidecar: BlobSidecar): Uint8Array {
  const body = RLP.decode(transaction.subarray(1)) as Input
  const { blobs, commitments, proofs } = sidecar
  const fields =
    sidecar.version === 1
      ? [body, Uint8Array.of(wrapperVersion), blobs, commitments, proofs]
      : [body, blobs, commitments, proofs]
  return typed(RLP.encode(fields as Input))
}

function typed(payload: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(payload.length + 1)
  bytes[0] = blobTransactionType
  bytes.set(payload, 1)
  return bytes
}

function decodeList(bytes: Uint8Array): NestedUint8Array {
  try {
    const decoded = RLP.decode(bytes)
    if (Array.isArray(decoded)) return decoded
  } catch (cause) {
    throw malformed('bytes that are not RLP', 'an RLP list', cause)
  }
  throw malformed('an RLP string', 'an RLP list')
}

function byteStrings(value: Uint8Array | NestedUint8Array | undefined, name: string): Uint8Array[] {
  if (Array.isArray(value) && value.every((item) => item instanceof Uint8Array)) return value as Uint8Array[]
  throw malformed(`${name} of another shape`, `${name} as a list of byte strings`)
}

function isVersion(value: Uint8Array | NestedUint8Array | undefined): boolean {
  return value instanceof Uint8Array && value.length === 1 && value[0] === wrapperVersion
}

function malformed(got: string, expected: string, cause?: unknown): InvalidTransaction {
  return new InvalidTransaction('MALFORMED_SIDECAR', `blob transaction has ${got}, expected ${expected}`, {
    value: got,
    expected,
    hint: 'send 0x03 ‖ rlp([tx, blobs, commitments, proofs]) or 0x03 ‖ rlp([tx, 1, blobs, commitments, cell_proofs])',
    cause,
  })
}
