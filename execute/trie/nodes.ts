import type { NodeSource } from './hashedNode.ts'
import type { Packed } from './packed.ts'

/**
 * A node of a Merkle Patricia trie (Yellow Paper, Appendix D). Immutable, so tries share nodes; only what hashing finds out
 * is filled in later, when it is first asked for. A branch holds no value: no key here is the prefix of another.
 */
export type TrieNode<V> = ResolvedNode<V> | HashedNode<V>

export type ResolvedNode<V> = LeafNode<V> | ExtensionNode<V> | BranchNode<V>

/** How a parent embeds a node: its RLP if shorter than 32 bytes, else `0xa0 ‖ keccak256(RLP)`. */
export type NodeReference = Packed

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
  /** Its RLP as far as it is that of the branch it was made from. */
  encoded: Packed | undefined
  /** A bit for each child that `encoded` does not show. */
  stale: number
}

/** A node of which only the hash is known until it is looked into. */
export type HashedNode<V> = {
  readonly kind: 'hashed'
  readonly reference: NodeReference
  readonly source: NodeSource<V>
  resolved: ResolvedNode<V> | undefined
}

/** Keeps a copy of `path` from `offset` on. */
export function leafNode<V>(path: Uint8Array, offset: number, value: V): LeafNode<V> {
  return { kind: 'leaf', path: path.slice(offset), value, reference: undefined }
}

export function extensionNode<V>(path: Uint8Array, child: TrieNode<V>): ExtensionNode<V> {
  return { kind: 'extension', path, child, reference: undefined }
}

/** The branch `before` with other children where `changed` has a bit. */
export function branchNode<V>(
  children: readonly (TrieNode<V> | undefined)[],
  before?: BranchNode<V>,
  changed = 0,
): BranchNode<V> {
  return {
    kind: 'branch',
    children,
    reference: undefined,
    encoded: before?.encoded,
    stale: before === undefined ? 0 : before.stale | changed,
  }
}
