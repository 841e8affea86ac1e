import { MissingData } from '../errors.ts'
import { referenceTo } from './encodeNode.ts'
import { fromCompact } from './nibbles.ts'
import type { HashedNode, ResolvedNode, TrieNode } from './nodes.ts'
import { decodeList, type RlpItem } from './rlpItems.ts'

/** Where nodes known by hash only come from (a witness, a database). */
export type NodeSource<V> = {
  /** The node's RLP. */
  node(hash: Uint8Array): Uint8Array | undefined
  decodeValue(bytes: Uint8Array): V
}

/** A node to be fetched when first looked into. */
export function hashedNode<V>(reference: Uint8Array, source: NodeSource<V>): HashedNode<V> {
  let resolved: ResolvedNode<V> | undefined
  return {
    kind: 'hashed',
    reference,
    resolve() {
      resolved ??= fetchNode(reference, source)
      return resolved
    },
  }
}

function fetchNode<V>(reference: Uint8Array, source: NodeSource<V>): ResolvedNode<V> {
  const hash = reference.subarray(1)
  const encoded = source.node(hash)
  if (encoded === undefined) {
    throw new MissingData('MISSING_NODE', `Trie node 0x${Buffer.from(hash).toString('hex')} is not available`, {
      value: hash,
    })
  }
  const node = decodeNode(encoded, source)
  if (node === undefined) {
    throw new MissingData('MALFORMED_NODE', `Trie node 0x${Buffer.from(hash).toString('hex')} is malformed`, {
      value: encoded,
    })
  }
  node.reference = reference
  return node
}

function decodeNode<V>(encoded: Uint8Array, source: NodeSource<V>): ResolvedNode<V> | undefined {
  const items = decodeList(encoded)
  if (items?.length === 17) {
    const children = items.slice(0, 16).map((item) => decodeReference(item, source))
    return children.includes('malformed') || items[16]!.raw[0] !== 0x80
      ? undefined
      : { kind: 'branch', children: children as (TrieNode<V> | undefined)[], reference: undefined }
  }
  if (items?.length !== 2 || items[0]!.isList) return undefined
  const key = fromCompact(items[0]!.payload)
  if (key === undefined) return undefined
  if (key.isLeaf)
    return items[1]!.isList
      ? undefined
      : { kind: 'leaf', path: key.path, value: source.decodeValue(items[1]!.payload), reference: undefined }
  // A path without a nibble would let nodes follow one another without end.
  if (key.path.length === 0) return undefined
  const child = decodeReference(items[1]!, source)
  return child === undefined || child === 'malformed'
    ? undefined
    : { kind: 'extension', path: key.path, child, reference: undefined }
}

function decodeReference<V>(item: RlpItem, source: NodeSource<V>): TrieNode<V> | undefined | 'malformed' {
  if (item.isList) {
    const node = item.raw.length < 32 ? decodeNode(item.raw, source) : undefined
    if (node === undefined) return 'malformed'
    node.reference = referenceTo(item.raw)
    return node
  }
  if (item.payload.length === 0) return undefined
  return item.payload.length === 32 ? hashedNode(item.raw, source) : 'malformed'
}
