import { encodeWithdrawal } from '../rlp/block.ts'
import { encodeHeader } from '../rlp/header.ts'
import { encodeList, encodeString } from '../trie/rlpItems.ts'
import { headerOfPayload } from './headerOfPayload.ts'
import type { NewPayloadRequest } from './types.ts'

/** RLP of the block that a new payload request describes. Whether its hash is `block_hash`, and whether it is valid, is for the importer to find out. */
export function blockOfPayload(request: NewPayloadRequest): Uint8Array {
  const { transactions, withdrawals } = request.executionPayload
  return encodeList([
    encodeHeader(headerOfPayload(request)),
    encodeList(transactions.map(itemOf)),
    encodeList([]),
    encodeList(withdrawals.map(encodeWithdrawal)),
  ])
}

/** A legacy transaction is an RLP list and stands in the block as it is; a typed one is a byte string (EIP-2718). */
function itemOf(transaction: Uint8Array): Uint8Array {
  return transaction.length > 0 && transaction[0]! >= 0xc0 ? transaction : encodeString(transaction)
}
