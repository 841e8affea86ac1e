import { keccak256 } from '../crypto/keccak256.ts'
import { toCompact } from './nibbles.ts'
import type { BranchNode, NodeReference, ResolvedNode, TrieNode } from './nodes.ts'
import { encodeList, encodeString, listOfLength } from './rlpItems.ts'

/** How a trie's values go into its leaves. */
export type EncodeValue<V> = (value: V) => Uint8Array

const empty = Uint8Array.of(0x80)

/** keccak256(RLP('')): the root of a trie without nodes. */
export const emptyRoot: Uint8Array = keccak256(empty)

/** RLP of a node. */
export function encodeNode<V>(node: ResolvedNode<V>, encodeValue: EncodeValue<V>): Uint8Array {
  if (node.kind === 'leaf')
    return encodeList([encodeString(toCompact(node.path, true)), encodeString(encodeValue(node.value))])
  if (node.kind === 'extension')
    return encodeList([encodeString(toCompact(node.path, false)), referenceOf(node.child, encodeValue)])
  return encodeBranch(node.children, encodeValue)
}

/** RLP of the children and of no value, written in one go: most of what hashing a trie takes, keccak256 aside. */
function encodeBranch<V>(children: BranchNode<V>['children'], encodeValue: EncodeValue<V>): Uint8Array {
  let length = 1
  for (const child of children) length += child === undefined ? 1 : referenceOf(child, encodeValue).length
  const { bytes, start } = listOfLength(length)
  let at = start
  for (const child of children) {
    if (child === undefined) {
      bytes[at++] = 0x80
      continue
    }
    const reference = referenceOf(child, encodeValue)
    bytes.set(reference, at)
    at += reference.length
  }
  bytes[at] = 0x80
  return bytes
}

/** The reference under which a parent embeds the node; computed once per node. */
export function referenceOf<V>(node: TrieNode<V>, encodeValue: EncodeValue<V>): NodeReference {
  if (node.kind === 'hashed') return node.reference
  node.reference ??= referenceTo(encodeNode(node, encodeValue))
  return node.reference
}

export function referenceTo(encoded: Uint8Array): NodeReference {
  return encoded.length < 32 ? encoded : hashReference(keccak256(encoded))
}

/** `0xa0 ‖ hash`. */
export function hashReference(hash: Uint8Array): NodeReference {
  const reference = new Uint8Array(33)
  reference[0] = 0xa0
  reference.set(hash, 1)
  return reference
}

/** The trie's root hash. */
export function rootOf<V>(root: TrieNode<V> | undefined, encodeValue: EncodeValue<V>): Uint8Array {
  if (root === undefined) return emptyRoot
  const reference = referenceOf(root, encodeValue)
  return reference.length === 33 ? reference.subarray(1) : keccak256(reference)
}
