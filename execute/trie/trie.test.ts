import { MerklePatriciaTrie } from '@ethereumjs/mpt'
import { expect, test } from 'vitest'
import { keccak256 } from '../crypto/keccak256.ts'
import { MissingData } from '../errors.ts'
import { emptyRoot, encodeNode, hashReference, rootOf } from './encodeNode.ts'
import { hashedNode, type NodeSource } from './hashedNode.ts'
import { toNibbles } from './nibbles.ts'
import type { TrieNode } from './nodes.ts'
import { orderedRoot } from './orderedRoot.ts'
import { prove } from './prove.ts'
import { encodeString } from './rlpItems.ts'
import { entries as entriesOf, get, put, putAll, remove } from './trie.ts'

const bytes = (value: Uint8Array) => value
const keyOf = (n: number) => toNibbles(keccak256(Uint8Array.of(n >> 8, n & 255)))

/** A small deterministic generator (mulberry32), so that a failing seed fails again. */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

function keyBytes(nibbles: Uint8Array): Uint8Array {
  const key = new Uint8Array(nibbles.length / 2)
  for (let i = 0; i < key.length; i++) key[i] = (nibbles[2 * i]! << 4) | nibbles[2 * i + 1]!
  return key
}

test('roots equal those of another implementation under random puts and removals', async () => {
  for (let seed = 1; seed <= 12; seed++) {
    const next = random(seed)
    const reference = new MerklePatriciaTrie()
    let root: TrieNode<Uint8Array> | undefined
    // Short keys in some runs, so that nodes below 32 bytes (embedded in their parents) occur.
    const key = seed % 3 === 0 ? (n: number) => toNibbles(Uint8Array.of(n >> 8, n & 255)) : keyOf
    for (let step = 0; step < 120; step++) {
      const path = key(next(seed % 2 === 0 ? 40 : 4000))
      if (next(3) === 0) {
        root = remove(root, path)
        await reference.del(keyBytes(path))
      } else {
        const value = Uint8Array.from({ length: 1 + next(next(2) === 0 ? 2 : 40) }, () => 1 + next(255))
        root = put(root, path, value)
        await reference.put(keyBytes(path), value)
      }
      expect(Buffer.from(rootOf(root, bytes)).toString('hex')).toBe(Buffer.from(reference.root()).toString('hex'))
    }
  }
})

test('many puts at once give the trie that they give one by one, also where nodes are known by hash only', () => {
  for (let seed = 1; seed <= 12; seed++) {
    const next = random(seed)
    const key = seed % 3 === 0 ? (n: number) => toNibbles(Uint8Array.of(n >> 8, n & 255)) : keyOf
    const nodes = new Map<string, Uint8Array>()
    const source: NodeSource<Uint8Array> = {
      node: (reference) => nodes.get(reference),
      decodeValue: (encoded) => new Uint8Array(encoded[0]! < 0x80 ? encoded : encoded.subarray(1)),
    }
    let one: TrieNode<Uint8Array> | undefined
    let all: TrieNode<Uint8Array> | undefined
    let partial: TrieNode<Uint8Array> | undefined
    for (let round = 0; round < 12; round++) {
      const chosen = new Set(Array.from({ length: next(30) }, () => next(seed % 2 === 0 ? 60 : 4000)))
      const entries = [...chosen].map((n) => ({ path: key(n), value: Uint8Array.of(1 + next(255), 1 + next(255)) }))
      for (const { path, value } of entries) one = put(one, path, value)
      all = putAll(all, entries)
      partial = putAll(partial, entries)
      const gone = key(next(60))
      one = remove(one, gone)
      all = remove(all, gone)
      partial = remove(partial, gone)
      const root = rootOf(one, encodeString)
      expect(rootOf(all, encodeString)).toEqual(root)
      expect(rootOf(partial, encodeString)).toEqual(root)
      expect([...entriesOf(all)]).toEqual([...entriesOf(one)])
      for (const [path] of entriesOf(one))
        for (const node of prove(one, path, encodeString)) nodes.set(hashReference(keccak256(node)), node)
      partial = one && hashedNode(hashReference(root), source)
    }
  }
})

test('older roots stay readable', () => {
  const first = put(undefined, keyOf(1), Uint8Array.of(1))
  const second = put(put(first, keyOf(2), Uint8Array.of(2)), keyOf(1), Uint8Array.of(9))
  const third = remove(second, keyOf(1))
  expect(get(first, keyOf(1))).toEqual(Uint8Array.of(1))
  expect(get(second, keyOf(1))).toEqual(Uint8Array.of(9))
  expect(get(third, keyOf(1))).toBeUndefined()
  expect(rootOf(remove(first, keyOf(1)), bytes)).toEqual(emptyRoot)
})

test('a trie from a proof answers what was proven and nothing else', () => {
  let full: TrieNode<Uint8Array> | undefined
  for (let n = 0; n < 200; n++) full = put(full, keyOf(n), Uint8Array.of(n + 1))
  const root = rootOf(full, bytes)
  const known = new Map(prove(full, keyOf(7), bytes).map((node) => [hashReference(keccak256(node)), node]))
  const partial = hashedNode<Uint8Array>(hashReference(root), {
    node: (reference) => known.get(reference),
    decodeValue: bytes,
  })
  expect(get(partial, keyOf(7))).toEqual(Uint8Array.of(8))
  expect(rootOf(put(partial, keyOf(7), Uint8Array.of(99)), bytes)).toEqual(
    rootOf(put(full, keyOf(7), Uint8Array.of(99)), bytes),
  )
  let unknown = 8
  while (keyOf(unknown)[0] === keyOf(7)[0]) unknown++
  expect(() => get(partial, keyOf(unknown))).toThrow(MissingData)
})

test('entries come in key order and are complete', () => {
  let root: TrieNode<Uint8Array> | undefined
  for (let n = 0; n < 50; n++) root = put(root, keyOf(n), Uint8Array.of(n))
  const found = [...entriesOf(root)].map(([path, value]) => [Buffer.from(keyBytes(path)).toString('hex'), value[0]])
  expect(found).toHaveLength(50)
  expect(found.map(([key]) => key)).toEqual(found.map(([key]) => key).sort())
})

test('ordered roots equal those of another implementation', async () => {
  const { RLP } = await import('@ethereumjs/rlp')
  for (const count of [0, 1, 2, 127, 128, 129, 300]) {
    const items = Array.from({ length: count }, (_, n) =>
      Uint8Array.from({ length: 1 + (n % 50) }, () => 1 + (n % 200)),
    )
    const reference = new MerklePatriciaTrie()
    for (const [index, item] of items.entries()) await reference.put(RLP.encode(index), item)
    expect(orderedRoot(items)).toEqual(reference.root())
  }
})

test('a single node encodes as the Yellow Paper says', () => {
  const node = put(undefined, toNibbles(Uint8Array.of(1)), Uint8Array.of(2))
  expect(node.kind === 'leaf' && Buffer.from(encodeNode(node, bytes)).toString('hex')).toBe('c482200102')
})

test('an extension without a path is no node: ten thousand of them would be walked into', () => {
  const nodes = new Map<string, Uint8Array>()
  const keyed = (encoded: Uint8Array) => {
    const hash = keccak256(encoded)
    nodes.set(hashReference(hash), encoded)
    return hash
  }
  let hash = keyed(encodeNode({ kind: 'leaf', path: keyOf(1), value: new Uint8Array(40), reference: undefined }, bytes))
  for (let i = 0; i < 10_000; i++) {
    const child = hashedNode(hashReference(hash), { node: () => undefined, decodeValue: bytes })
    hash = keyed(encodeNode({ kind: 'extension', path: new Uint8Array(), child, reference: undefined }, bytes))
  }
  const source = { node: (reference: string) => nodes.get(reference), decodeValue: bytes }
  const root = hashedNode(hashReference(hash), source)
  for (const walk of [() => get(root, keyOf(1)), () => put(root, keyOf(2), hash), () => remove(root, keyOf(1))]) {
    expect(walk).toThrow(MissingData)
  }
})
