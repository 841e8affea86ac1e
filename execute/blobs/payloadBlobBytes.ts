import { NativerollError } from '../errors.ts'
import { decodeList, encodeList, encodeString } from '../trie/rlpItems.ts'

/** What EIP-8142 puts in blobs: everything of a payload that its header does not hold. */
export type PayloadBlobContents = {
  /** Canonical EIP-2718 bytes. */
  transactions: Uint8Array[]
  /** EIP-7928 RLP; absent before Amsterdam. */
  blockAccessList?: Uint8Array
}

const LENGTHS = 8

/** EIP-8142: `u32be(len BAL) ‖ u32be(len transactions) ‖ BAL ‖ RLP(list of transaction bytes)`. */
export function packPayloadBlobBytes({
  transactions,
  blockAccessList = new Uint8Array(),
}: PayloadBlobContents): Uint8Array {
  const list = encodeList(transactions.map(encodeString))
  const bytes = new Uint8Array(LENGTHS + blockAccessList.length + list.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, blockAccessList.length)
  view.setUint32(4, list.length)
  bytes.set(blockAccessList, LENGTHS)
  bytes.set(list, LENGTHS + blockAccessList.length)
  return bytes
}

/**
 * The inverse; `bytes` hold the packing and nothing else, and only the canonical one is read.
 * @throws NativerollError `PAYLOAD_BLOB_BYTES`
 */
export function unpackPayloadBlobBytes(bytes: Uint8Array): Required<PayloadBlobContents> {
  if (bytes.length < LENGTHS) throw malformed('are shorter than the two lengths', bytes.length, LENGTHS)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const listStart = LENGTHS + view.getUint32(0)
  const end = listStart + view.getUint32(4)
  if (end !== bytes.length) throw malformed('do not end where their lengths say', bytes.length, end)
  return {
    blockAccessList: bytes.subarray(LENGTHS, listStart),
    transactions: decodeTransactions(bytes.subarray(listStart)),
  }
}

function decodeTransactions(bytes: Uint8Array): Uint8Array[] {
  const items = decodeList(bytes)
  if (items === undefined)
    throw malformed('hold transactions that are no canonical RLP list', bytes.length, 'an RLP list')
  return items.map(({ isList, payload }, index) => {
    if (!isList) return payload
    throw malformed(`hold a list as transaction ${index}`, index, 'the bytes of a transaction as an RLP string')
  })
}

function malformed(problem: string, value: unknown, expected: unknown): NativerollError {
  return new NativerollError('PAYLOAD_BLOB_BYTES', `The payload's bytes ${problem}`, { value, expected })
}
