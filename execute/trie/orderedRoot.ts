import { RLP } from '@ethereumjs/rlp'
import { rootOf } from './encodeNode.ts'
import { toNibbles } from './nibbles.ts'
import type { TrieNode } from './nodes.ts'
import { put } from './trie.ts'

/** Root of the trie that maps `rlp(index)` to each item: transactions, receipts and withdrawals of a block. */
export function orderedRoot(items: readonly Uint8Array[]): Uint8Array {
  let root: TrieNode<Uint8Array> | undefined
  items.forEach((item, index) => {
    root = put(root, toNibbles(RLP.encode(index)), item)
  })
  return rootOf(root, (item) => item)
}
