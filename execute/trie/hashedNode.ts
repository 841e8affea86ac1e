import { MissingData } from '../errors.ts'
import { hashIn } from './encodeNode.ts'
import { readCompact } from './nibbles.ts'
import {
  branchNode,
  extensionNode,
  type HashedNode,
  type NodeReference,
  type ResolvedNode,
  type TrieNode,
} from './nodes.ts'
import { type Packed, pack } from './packed.ts'
import { itemEnds, payloadStart } from './rlpItems.ts'

/** Where nodes known by hash only come from (a witness, a database). */
export type NodeSource<V> = {
  /** The RLP of the node that hashes to the reference's hash. */
  node(reference: NodeReference): Uint8Array | undefined
  /** `bytes` is a view of the node's. */
  decodeValue(bytes: Uint8Array): V
}

/** A node to be fetched when first looked into. */
export function hashedNode<V>(reference: NodeReference, source: NodeSource<V>): HashedNode<V> {
  return { kind: 'hashed', reference, source, resolved: undefined }
}

/** The node itself. @throws MissingData if its source lacks it, or has something else */
export function resolve<V>(node: HashedNode<V>): ResolvedNode<V> {
  node.resolved ??= fetchNode(node)
  return node.resolved
}

function fetchNode<V>({ reference, source }: HashedNode<V>): ResolvedNode<V> {
  const encoded = source.node(reference)
  if (encoded === undefined) throw unusable('MISSING_NODE', 'not available', reference, hashIn(reference))
  const node = decodeNode(encoded, pack(encoded), source)
  if (node === undefined) throw unusable('MALFORMED_NODE', 'malformed', reference, encoded)
  node.reference = reference
  return node
}

function unusable(code: string, what: string, reference: NodeReference, value: Uint8Array): MissingData {
  const hash = Buffer.from(hashIn(reference)).toString('hex')
  return new MissingData(code, `Trie node 0x${hash} is ${what}`, { value })
}

/** `packed` is the same as `encoded`: what the node keeps are parts of it. */
function decodeNode<V>(encoded: Uint8Array, packed: Packed, source: NodeSource<V>): ResolvedNode<V> | undefined {
  const ends = itemEnds(encoded)
  if (ends === undefined) return undefined
  let start = payloadStart(encoded, 0)
  if (ends.length === 17) {
    const children: (TrieNode<V> | undefined)[] = []
    for (const end of ends) {
      if (children.length === 16) break
      const child = decodeReference(encoded, packed, start, end, source)
      if (child === 'malformed') return undefined
      children.push(child)
      start = end
    }
    if (encoded[start] !== 0x80) return undefined
    const branch = branchNode(children)
    branch.encoded = packed
    return branch
  }
  if (ends.length !== 2 || encoded[start]! >= 0xc0) return undefined
  const [middle, end] = ends as [number, number]
  const key = readCompact(encoded, payloadStart(encoded, start), middle)
  if (key === undefined) return undefined
  if (key.isLeaf) {
    if (encoded[middle]! >= 0xc0) return undefined
    const value = source.decodeValue(encoded.subarray(payloadStart(encoded, middle), end))
    return { kind: 'leaf', path: key.path, value, reference: undefined }
  }
  // A path without a nibble would let nodes follow one another without end.
  if (key.path.length === 0) return undefined
  const child = decodeReference(encoded, packed, middle, end, source)
  return child === undefined || child === 'malformed' ? undefined : extensionNode(key.path, child)
}

function decodeReference<V>(
  encoded: Uint8Array,
  packed: Packed,
  start: number,
  end: number,
  source: NodeSource<V>,
): TrieNode<V> | undefined | 'malformed' {
  const first = encoded[start]!
  if (first === 0x80) return undefined
  const reference = packed.slice(start, end)
  if (first === 0xa0) return hashedNode(reference, source)
  const isEmbedded = first >= 0xc0 && reference.length < 32
  const node = isEmbedded ? decodeNode(encoded.subarray(start, end), reference, source) : undefined
  if (node === undefined) return 'malformed'
  node.reference = reference
  return node
}
