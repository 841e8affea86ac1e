import fc from 'fast-check'
import { keccak256 } from '../crypto/keccak256.ts'
import { quantityToBytes } from '../rlp/quantity.ts'
import { referenceTo } from '../trie/encodeNode.ts'
import { compactLength, writeCompact } from '../trie/nibbles.ts'
import { unpack } from '../trie/packed.ts'
import { encodeList, encodeString } from '../trie/rlpItems.ts'

/** Nodes which hang together by their hashes, but make no trie that Ethereum would: for walks that must end and not crash. */
export type NodeSoup = { root: Uint8Array; nodes: Uint8Array[] }

type Recipe = {
  kind: 'account' | 'odd account' | 'leaf' | 'extension' | 'branch' | 'full branch' | 'bytes'
  path: number[]
  /** Which of the nodes before. */
  children: number[]
  bytes: Uint8Array
}

const recipe: fc.Arbitrary<Recipe> = fc.record({
  kind: fc.constantFrom('account', 'odd account', 'leaf', 'extension', 'branch', 'full branch', 'full branch', 'bytes'),
  path: fc.oneof(
    fc.array(fc.nat({ max: 15 }), { maxLength: 3 }),
    fc.array(fc.nat({ max: 15 }), { minLength: 60, maxLength: 66 }),
  ),
  children: fc.array(fc.nat({ max: 99 }), { minLength: 1, maxLength: 16 }),
  bytes: fc.uint8Array({ maxLength: 40 }),
})

export const arbitraryNodeSoup: fc.Arbitrary<NodeSoup> = fc
  .array(recipe, { minLength: 1, maxLength: 40 })
  .map((recipes) => {
    const nodes: Uint8Array[] = []
    for (const each of recipes) nodes.push(nodeOf(each, nodes))
    return { root: keccak256(nodes.at(-1)!), nodes }
  })

function nodeOf({ kind, path, children, bytes }: Recipe, nodes: Uint8Array[]): Uint8Array {
  // The newest nodes first, so that what is made last reaches far.
  const referenceAt = (index: number) => {
    const node = nodes.at(-1 - (index % Math.max(1, nodes.length)))
    return node === undefined ? Uint8Array.of(0x80) : unpack(referenceTo(node))
  }
  const compact = (isLeaf: boolean) => {
    const encoded = new Uint8Array(compactLength(Uint8Array.from(path)))
    writeCompact(Uint8Array.from(path), isLeaf, encoded, 0)
    return encodeString(encoded)
  }
  if (kind === 'bytes') return bytes
  if (kind === 'leaf') return encodeList([compact(true), encodeString(bytes)])
  if (kind === 'account' || kind === 'odd account') {
    const storageRoot = referenceAt(children[0]!)
    const fields = [
      encodeString(quantityToBytes(BigInt(children.length))),
      encodeString(quantityToBytes(10n ** 20n)),
      storageRoot.length === 33 ? storageRoot : encodeString(new Uint8Array(32)),
      encodeString(keccak256(bytes)),
    ]
    if (kind === 'odd account') fields.splice(children[0]! % 4, 1, encodeString(bytes))
    return encodeList([compact(true), encodeString(encodeList(fields))])
  }
  if (kind === 'extension') return encodeList([compact(false), referenceAt(children[0]!)])
  const slots = Array.from({ length: 16 }, (_, i) =>
    kind === 'full branch' || i < children.length ? referenceAt(children[i % children.length]!) : Uint8Array.of(0x80),
  )
  return encodeList([...slots, Uint8Array.of(0x80)])
}
