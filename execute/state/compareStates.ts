import { type EncodeValue, encodeNode, hashIn, referenceOf } from '../trie/encodeNode.ts'
import { resolve } from '../trie/hashedNode.ts'
import { commonPrefix } from '../trie/nibbles.ts'
import type { ResolvedNode, TrieNode } from '../trie/nodes.ts'
import type { WorldState } from '../types/WorldState.ts'
import type { AccountLeaf, StorageTrie } from './AccountLeaf.ts'
import { emptyCodeHash, encodeAccount, encodeSlot, equalBytes } from './accountCodec.ts'
import { codeOf } from './createWorldState.ts'

/** What a NodeStore holds: RLP of a trie node, or a code. */
export type StateItem = { kind: 'node' | 'code'; hash: Uint8Array; bytes(): Uint8Array }

/** Told of every place of a trie, and of every account's code, that only one of two states has so. */
export type StateDifference = { added?(item: StateItem): void; removed?(item: StateItem): void }

/**
 * Reports how `after` differs from `before`, by place: an item that several places hold is reported for each of them, so that
 * counts of the reports are counts of the places. What both have alike is not looked into.
 * @param before `undefined`: the state without accounts
 */
export function compareStates(before: WorldState | undefined, after: WorldState, report: StateDifference): void {
  const storage: Comparison<Uint8Array> = { encodeValue: encodeSlot, leaves: () => {}, report }
  compare<AccountLeaf>(at(before?.accounts), at(after.accounts), {
    encodeValue: encodeAccount,
    leaves(old, now) {
      compare(at<Uint8Array>(old?.storage as StorageTrie), at<Uint8Array>(now?.storage as StorageTrie), storage)
      if (old && now && equalBytes(old.codeHash, now.codeHash)) return
      if (old && before) reportCode(old, before, report.removed)
      if (now) reportCode(now, after, report.added)
    },
    report,
  })
}

type Comparison<V> = {
  encodeValue: EncodeValue<V>
  /** Told of the leaves of one key. */
  leaves(old: V | undefined, now: V | undefined): void
  report: StateDifference
}

/** A place in a trie: a node, or, with an offset, one on the way along a leaf's or an extension's path. */
type Place<V> = { node: TrieNode<V>; offset: number } | undefined

function at<V>(node: TrieNode<V> | undefined): Place<V> {
  return node && { node, offset: 0 }
}

function compare<V>(old: Place<V>, now: Place<V>, comparison: Comparison<V>): void {
  if (old === undefined && now === undefined) return
  if (isSame(old, now, comparison.encodeValue)) return
  const [a, b] = [resolved(old), resolved(now)]
  if (a?.offset === 0) reportNode(a.node, comparison.encodeValue, comparison.report.removed)
  if (b?.offset === 0) reportNode(b.node, comparison.encodeValue, comparison.report.added)
  const [leafA, leafB] = [leafAt(a), leafAt(b)]
  const shared = sharedPath(a, b)
  if (leafA || leafB) comparison.leaves(leafA?.value, leafB?.value)
  else if (shared > 0) compare(advance(a, shared), advance(b, shared), comparison)
  else for (let nibble = 0; nibble < 16; nibble++) compare(child(a, nibble), child(b, nibble), comparison)
}

function isSame<V>(a: Place<V>, b: Place<V>, encodeValue: EncodeValue<V>): boolean {
  if (a === undefined || b === undefined || a.offset !== b.offset) return false
  if (a.node === b.node) return true
  return a.offset === 0 && referenceOf(a.node, encodeValue) === referenceOf(b.node, encodeValue)
}

type ResolvedPlace<V> = { node: ResolvedNode<V>; offset: number } | undefined

function resolved<V>(place: Place<V>): ResolvedPlace<V> {
  return place && { node: place.node.kind === 'hashed' ? resolve(place.node) : place.node, offset: place.offset }
}

/** The leaf whose path ends here. */
function leafAt<V>(place: ResolvedPlace<V>) {
  return place?.node.kind === 'leaf' && place.offset === place.node.path.length ? place.node : undefined
}

/** How far there is but one way to go on, the same in both. */
function sharedPath<V>(a: ResolvedPlace<V>, b: ResolvedPlace<V>): number {
  if (a?.node.kind === 'branch' || b?.node.kind === 'branch') return 0
  if (a && b) return commonPrefix(a.node.path.subarray(a.offset), b.node.path, b.offset)
  const only = a ?? b
  return only && only.node.kind !== 'branch' ? only.node.path.length - only.offset : 0
}

function advance<V>(place: ResolvedPlace<V>, by: number): Place<V> {
  if (place === undefined || place.node.kind === 'branch') return undefined
  const offset = place.offset + by
  if (place.node.kind === 'extension' && offset === place.node.path.length) return at(place.node.child)
  return { node: place.node, offset }
}

function child<V>(place: ResolvedPlace<V>, nibble: number): Place<V> {
  if (place?.node.kind === 'branch') return at(place.node.children[nibble])
  return place?.node.path[place.offset] === nibble ? advance(place, 1) : undefined
}

function reportNode<V>(node: ResolvedNode<V>, encodeValue: EncodeValue<V>, report?: (item: StateItem) => void): void {
  if (report === undefined) return
  const reference = referenceOf(node, encodeValue)
  // One below 32 bytes lies in its parent; a root never is that short, for its leaves hold the rest of 32-byte keys.
  if (reference.length === 33)
    report({ kind: 'node', hash: hashIn(reference), bytes: () => encodeNode(node, encodeValue) })
}

function reportCode(leaf: AccountLeaf, state: WorldState, report?: (item: StateItem) => void): void {
  if (equalBytes(leaf.codeHash, emptyCodeHash)) return
  report?.({ kind: 'code', hash: leaf.codeHash, bytes: () => codeOf(leaf, state.codes) })
}
