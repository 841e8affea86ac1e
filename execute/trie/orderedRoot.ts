import { RLP } from '@ethereumjs/rlp'
import { rootOf } from './encodeNode.ts'
import { toNibbles } from './nibbles.ts'
import { putAll } from './trie.ts'

/** Root of the trie that maps `rlp(index)` to each item: transactions, receipts and withdrawals of a block. */
export function orderedRoot(items: readonly Uint8Array[]): Uint8Array {
  const entries = items.map((value, index) => ({ path: toNibbles(RLP.encode(index)), value }))
  return rootOf(putAll(undefined, entries), (item) => item)
}
