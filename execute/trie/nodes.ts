/**
 * A node of a Merkle Patricia trie (Yellow Paper, Appendix D). Immutable, so tries share nodes; only the reference is
 * filled in later, when it is first asked for. A branch holds no value: no key here is the prefix of another.
 */
export type TrieNode<V> = ResolvedNode<V> | HashedNode<V>

export type ResolvedNode<V> = LeafNode<V> | ExtensionNode<V> | BranchNode<V>

/** How a parent embeds a node: its RLP if shorter than 32 bytes, else `0xa0 ‖ keccak256(RLP)`. */
export type NodeReference = Uint8Array

/** Paths are nibbles, one a byte. */
export type LeafNode<V> = {
  readonly kind: 'leaf'
  readonly path: Uint8Array
  readonly value: V
  reference: NodeReference | undefined
}

export type ExtensionNode<V> = {
  readonly kind: 'extension'
  readonly path: Uint8Array
  readonly child: TrieNode<V>
  reference: NodeReference | undefined
}

export type BranchNode<V> = {
  readonly kind: 'branch'
  /** 16, one for each nibble. */
  readonly children: readonly (TrieNode<V> | undefined)[]
  reference: NodeReference | undefined
}

/** A node of which only the hash is known. `resolve` answers it from its source, or throws `MissingData`. */
export type HashedNode<V> = { readonly kind: 'hashed'; readonly reference: NodeReference; resolve(): ResolvedNode<V> }

export function leafNode<V>(path: Uint8Array, value: V): LeafNode<V> {
  return { kind: 'leaf', path, value, reference: undefined }
}

export function extensionNode<V>(path: Uint8Array, child: TrieNode<V>): ExtensionNode<V> {
  return { kind: 'extension', path, child, reference: undefined }
}

export function branchNode<V>(children: readonly (TrieNode<V> | undefined)[]): BranchNode<V> {
  return { kind: 'branch', children, reference: undefined }
}
