import { type EncodeValue, encodeNode } from './encodeNode.ts'
import type { TrieNode } from './nodes.ts'
import { get } from './trie.ts'

/**
 * RLP of the nodes from the root towards `path`, as `eth_getProof` answers: proves the value, or that there is none.
 * Nodes embedded in their parent (shorter than 32 bytes) are not listed by themselves.
 */
export function prove<V>(root: TrieNode<V> | undefined, path: Uint8Array, encodeValue: EncodeValue<V>): Uint8Array[] {
  const proof: Uint8Array[] = []
  get(root, path, (node) => {
    const encoded = encodeNode(node, encodeValue)
    if (encoded.length >= 32 || proof.length === 0) proof.push(encoded)
  })
  return proof
}
