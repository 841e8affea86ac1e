import { keccak256 } from '../crypto/keccak256.ts'
import { compactLength, writeCompact } from './nibbles.ts'
import type { BranchNode, ExtensionNode, LeafNode, NodeReference, ResolvedNode, TrieNode } from './nodes.ts'
import { type Packed, pack, unpack } from './packed.ts'

/** How a trie's values go into its leaves. The answer is read before the next one is asked for. */
export type EncodeValue<V> = (value: V) => Uint8Array

/** keccak256(RLP('')): the root of a trie without nodes. */
export const emptyRoot: Uint8Array = keccak256(Uint8Array.of(0x80))

/** Room for one node at a time: its RLP is written from the start, hashed, and packed where it is kept. */
let room = Buffer.alloc(1024)

/** RLP of a node. */
export function encodeNode<V>(node: ResolvedNode<V>, encodeValue: EncodeValue<V>): Uint8Array {
  return unpack(packNode(node, encodeValue))
}

/** RLP of a node, which a branch holds already once it is hashed. */
export function packNode<V>(node: ResolvedNode<V>, encodeValue: EncodeValue<V>): Packed {
  if (node.kind === 'branch' && node.encoded !== undefined && node.stale === 0) return node.encoded
  return room.toString('latin1', 0, writeNode(node, encodeValue))
}

/** The reference under which a parent embeds the node; computed once per node. */
export function referenceOf<V>(node: TrieNode<V>, encodeValue: EncodeValue<V>): NodeReference {
  if (node.reference !== undefined) return node.reference
  const resolved = node as ResolvedNode<V>
  const length = writeNode(resolved, encodeValue)
  if (resolved.kind === 'branch') {
    resolved.encoded = room.toString('latin1', 0, length)
    resolved.stale = 0
  }
  resolved.reference = length < 32 ? room.toString('latin1', 0, length) : hashReference(hashRoom(length))
  return resolved.reference
}

/** The reference to a node by its RLP. */
export function referenceTo(encoded: Uint8Array): NodeReference {
  return encoded.length < 32 ? pack(encoded) : hashReference(keccak256(encoded))
}

const reference = Buffer.alloc(33, 0xa0)

/** `0xa0 ‖ hash`. */
export function hashReference(hash: Uint8Array): NodeReference {
  reference.set(hash, 1)
  return reference.toString('latin1')
}

/** The hash in a reference that holds one. */
export function hashIn(reference: NodeReference): Uint8Array {
  return unpack(reference.slice(1))
}

/** The trie's root hash. */
export function rootOf<V>(root: TrieNode<V> | undefined, encodeValue: EncodeValue<V>): Uint8Array {
  if (root === undefined) return emptyRoot
  const reference = referenceOf(root, encodeValue)
  return reference.length === 33 ? hashIn(reference) : keccak256(unpack(reference))
}

function hashRoom(length: number): Uint8Array {
  return keccak256(room.subarray(0, length))
}

/** RLP of the node into `room`. Answers its length. */
function writeNode<V>(node: ResolvedNode<V>, encodeValue: EncodeValue<V>): number {
  if (node.kind === 'branch') return writeBranch(node, encodeValue)
  return node.kind === 'leaf' ? writeLeaf(node, encodeValue(node.value)) : writeExtension(node, encodeValue)
}

function writeLeaf<V>({ path }: LeafNode<V>, value: Uint8Array): number {
  const isOwnHeader = value.length === 1 && value[0]! < 0x80
  const valueLength = isOwnHeader ? 1 : headerLength(value.length) + value.length
  let at = writeHeader(0xc0, stringLength(compactLength(path)) + valueLength, 0)
  at = writePath(path, true, at)
  if (!isOwnHeader) at = writeHeader(0x80, value.length, at)
  room.set(value, at)
  return at + value.length
}

function writeExtension<V>({ path, child }: ExtensionNode<V>, encodeValue: EncodeValue<V>): number {
  const reference = referenceOf(child, encodeValue)
  const at = writePath(path, false, writeHeader(0xc0, stringLength(compactLength(path)) + reference.length, 0))
  return at + room.write(reference, at, 'latin1')
}

/** The children and no value: most of what hashing a trie takes, keccak256 aside. */
function writeBranch<V>(node: BranchNode<V>, encodeValue: EncodeValue<V>): number {
  const { children, encoded, stale } = node
  for (let nibble = 0; nibble < 16; nibble++) {
    const child = children[nibble]
    if (child !== undefined && (encoded === undefined || stale & (1 << nibble))) referenceOf(child, encodeValue)
  }
  if (encoded !== undefined && patch(encoded, node)) return encoded.length
  let length = 1
  for (const child of children) length += child === undefined ? 1 : child.reference!.length
  let at = writeHeader(0xc0, length, 0)
  for (const child of children) {
    if (child === undefined) room[at++] = 0x80
    else at += room.write(child.reference!, at, 'latin1')
  }
  room[at++] = 0x80
  return at
}

/**
 * The RLP of the branch before, and in it the references to the children that are new: the others need not be looked at.
 * False if one takes more or less room than the child before.
 */
function patch<V>(encoded: Packed, { children, stale }: BranchNode<V>): boolean {
  room.write(encoded, 0, 'latin1')
  let at = room[0]! < 0xf8 ? 1 : room[0]! - 0xf7 + 1
  for (let nibble = 0; 1 << nibble <= stale; nibble++) {
    const first = room[at]!
    const length = first < 0xc0 ? 1 + first - 0x80 : 1 + first - 0xc0
    if (stale & (1 << nibble)) {
      const child = children[nibble]
      if (length !== (child === undefined ? 1 : child.reference!.length)) return false
      if (child === undefined) room[at] = 0x80
      else room.write(child.reference!, at, 'latin1')
    }
    at += length
  }
  return true
}

/** Of a string of that many bytes; one byte alone is below 0x80, as hex prefix encoding begins with one below 0x40. */
function stringLength(length: number): number {
  return length === 1 ? 1 : headerLength(length) + length
}

function writePath(path: Uint8Array, isLeaf: boolean, at: number): number {
  const length = compactLength(path)
  return writeCompact(path, isLeaf, room, length === 1 ? at : writeHeader(0x80, length, at))
}

function headerLength(length: number): number {
  if (length < 56) return 1
  return length < 0x100 ? 2 : length < 0x10000 ? 3 : length < 0x1000000 ? 4 : 5
}

/** Answers where the payload begins, for which it makes room. */
function writeHeader(offset: number, length: number, at: number): number {
  const bytes = headerLength(length)
  if (room.length < at + bytes + length) {
    const larger = Buffer.alloc(2 * (at + bytes + length))
    larger.set(room.subarray(0, at))
    room = larger
  }
  if (bytes === 1) room[at] = offset + length
  else {
    room[at] = offset + 54 + bytes
    for (let i = 1; i < bytes; i++) room[at + bytes - i] = length >>> (8 * (i - 1))
  }
  return at + bytes
}
