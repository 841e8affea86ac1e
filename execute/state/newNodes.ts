import { type EncodeValue, encodeNode, referenceOf } from '../trie/encodeNode.ts'
import type { ResolvedNode, TrieNode } from '../trie/nodes.ts'
import type { WorldState } from '../types/WorldState.ts'
import type { AccountLeaf } from './AccountLeaf.ts'
import { emptyCodeHash, encodeAccount, encodeSlot, equalBytes } from './accountCodec.ts'

/** What a NodeStore takes: RLP of a trie node, or a code. */
export type NewNode = { kind: 'node' | 'code'; hash: Uint8Array; bytes: Uint8Array }

/**
 * What a store still lacks to read the whole of `state`. Tries share nodes, so the walk ends wherever it meets an object in
 * `stored`, to which it adds what it yields; nodes known by hash only came from the store.
 */
export function* newNodes(state: WorldState, stored: WeakSet<object>): Generator<NewNode> {
  yield* walk(state.accounts, encodeAccount, stored, (leaf) => contentsOf(leaf, stored))
}

function* contentsOf({ storage, code, codeHash }: AccountLeaf, stored: WeakSet<object>): Generator<NewNode> {
  yield* walk(storage, encodeSlot, stored)
  if (code === undefined || stored.has(code) || equalBytes(codeHash, emptyCodeHash)) return
  stored.add(code)
  yield { kind: 'code', hash: codeHash, bytes: code }
}

function* walk<V>(
  node: TrieNode<V> | undefined,
  encodeValue: EncodeValue<V>,
  stored: WeakSet<object>,
  within?: (value: V) => Generator<NewNode>,
): Generator<NewNode> {
  if (node === undefined || node.kind === 'hashed' || stored.has(node)) return
  stored.add(node)
  for (const child of childrenOf(node)) yield* walk(child, encodeValue, stored, within)
  if (node.kind === 'leaf' && within) yield* within(node.value)
  const reference = referenceOf(node, encodeValue)
  // One below 32 bytes lies in its parent; a root never is that short, for its leaves hold the rest of 32-byte keys.
  if (reference.length === 33) yield { kind: 'node', hash: reference.subarray(1), bytes: encodeNode(node, encodeValue) }
}

function childrenOf<V>(node: ResolvedNode<V>): readonly (TrieNode<V> | undefined)[] {
  if (node.kind === 'branch') return node.children
  return node.kind === 'extension' ? [node.child] : []
}
