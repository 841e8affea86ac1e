import { RLP } from '@ethereumjs/rlp'
import type { BlobSidecar } from './BlobSidecar.ts'
import { TransactionRejected } from './TransactionRejected.ts'

type Item = Uint8Array | Item[]

/**
 * Takes apart the network form of a transaction. Only type 3 has one of its own:
 * `0x03 ‖ rlp([tx, blobs, commitments, proofs])` (EIP-4844) or `0x03 ‖ rlp([tx, 1, blobs, commitments, cell_proofs])`
 * (EIP-7594). All else, and a type 3 without sidecar, comes back as it is.
 * Errors: TransactionRejected MALFORMED_TRANSACTION.
 */
export function splitRawTransaction(raw: Uint8Array): { canonical: Uint8Array; sidecar?: BlobSidecar } {
  if (raw[0] !== 3) return { canonical: raw }
  const fields = decode(raw.subarray(1))
  const body = fields[0]
  if (!Array.isArray(body)) return { canonical: raw }
  const [versionByte, ...rest] = fields.length === 5 ? fields.slice(1) : [new Uint8Array(), ...fields.slice(1)]
  const version = versionByte instanceof Uint8Array && versionByte.length <= 1 ? (versionByte[0] ?? 0) : -1
  const [blobs, commitments, proofs] = rest.map(byteStrings)
  if ((version !== 0 && version !== 1) || version !== fields.length - 4 || !blobs || !commitments || !proofs) {
    throw malformed('expected rlp([tx, blobs, commitments, proofs]) or rlp([tx, 1, blobs, commitments, cell_proofs])')
  }
  const encoded = RLP.encode(body)
  const canonical = new Uint8Array(encoded.length + 1)
  canonical[0] = 3
  canonical.set(encoded, 1)
  return { canonical, sidecar: { version, blobs, commitments, proofs } }
}

function decode(bytes: Uint8Array): Item[] {
  try {
    const decoded = RLP.decode(bytes) as Item
    if (Array.isArray(decoded)) return decoded
  } catch (cause) {
    throw malformed(`rlp: ${(cause as Error).message}`)
  }
  throw malformed('expected an RLP list after the type byte')
}

function byteStrings(item: Item | undefined): Uint8Array[] | undefined {
  return Array.isArray(item) && item.every((one) => one instanceof Uint8Array) ? (item as Uint8Array[]) : undefined
}

function malformed(reason: string): TransactionRejected {
  return new TransactionRejected('MALFORMED_TRANSACTION', `typed transaction could not be decoded: ${reason}`)
}
