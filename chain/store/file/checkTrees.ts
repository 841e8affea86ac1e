import { readSync } from 'node:fs'
import { headerBytes, type MetaPage, type Tree, treeAt, wordAt } from './metaPages.ts'

/** A page is not as LMDB would have written it. */
export class DamagedPage extends Error {}

const branchPage = 1
const leafPage = 2
const overflowPage = 4
/** Of a node on a leaf: its value lies on pages of its own, or is a tree. */
const onOverflowPages = 1
const isTree = 2
/** Of the free pages' tree: its keys are integers; and of the whole database: it is one file, its last commit was not synced. */
const integerKeys = 8
const ofDatabase = 0x4000 | 0x1000

const deepest = 32

/** Told of a node on a leaf; its value can be read until the call returns. */
type OnNode = (flags: number, value: () => Buffer) => void
type Compare = (a: Buffer, b: Buffer) => number
/** Between which a page's keys are. */
type Bounds = { from: Buffer | undefined; below: Buffer | undefined }

/**
 * Follows every tree of an LMDB file as LMDB would, which trusts what it finds: each page must be laid out as one is, keys in
 * order, sizes as they are told, and every page of the file in use once, or free. Errors: DamagedPage.
 */
export function checkTrees(
  file: number,
  size: number,
  { pageBytes, free, main, lastPage, transaction }: MetaPage,
): void {
  const contentBytes = pageBytes - headerBytes
  const inFile = Math.floor(size / pageBytes)
  // Beyond the file's end are free pages alone, which may never have been written.
  const taken = new Uint8Array(inFile)
  let count = 0
  /** One for each level of a tree. */
  const buffers = Array.from({ length: deepest }, () => Buffer.alloc(pageBytes))

  function take(page: number): void {
    if (!(page >= 0 && page <= lastPage)) throw new DamagedPage(`there is no page ${page}`)
    if (taken[page] === 1) throw new DamagedPage(`page ${page} is in two places`)
    taken[page] = 1
    count++
  }

  /** A header is the page's number, the transaction that wrote it, two bytes of nothing, its kind, and four about its content. */
  function load(into: Buffer, page: number, kinds: number[]): void {
    take(page)
    if (page >= inFile) throw new DamagedPage(`page ${page} is missing`)
    readSync(file, into, 0, into.length, page * pageBytes)
    const isIntact =
      wordAt(into, 0) === page &&
      into.readBigUInt64LE(8) <= transaction &&
      into.readUInt16LE(16) === 0 &&
      kinds.includes(into.readUInt16LE(18))
    if (!isIntact) throw new DamagedPage(`page ${page} has another header`)
  }

  function checkTree(tree: Tree, compare: Compare, onNode: OnNode): void {
    const found = { ...tree, depth: 0, branchPages: 0, leafPages: 0, overflowPages: 0, entries: 0 }

    /** Pages of a value that a leaf does not hold itself, but only their number, a transaction, and how many. */
    function takeOverflow(leaf: Buffer, at: number, bytes: number): () => Buffer {
      const [first, pages] = [wordAt(leaf, at), wordAt(leaf, at + 16)]
      const start = Buffer.alloc(headerBytes)
      load(start, first, [overflowPage])
      if (pages !== Math.ceil((headerBytes + bytes) / pageBytes) || start.readUInt32LE(20) !== pages)
        throw new DamagedPage(`the value from page ${first} on has another size`)
      if (first + pages > inFile) throw new DamagedPage(`page ${inFile} is missing`)
      for (let i = 1; i < pages; i++) take(first + i)
      found.overflowPages += pages
      return () => {
        const value = Buffer.alloc(bytes)
        readSync(file, value, 0, bytes, first * pageBytes + headerBytes)
        return value
      }
    }

    function checkPage(number: number, depth: number, { from, below }: Bounds): void {
      if (depth > deepest) throw new DamagedPage('a tree is too deep')
      const page = buffers[depth - 1]!
      load(page, number, [branchPage, leafPage])
      const damaged = () => new DamagedPage(`page ${number} is not laid out as one`)
      const isBranch = page.readUInt16LE(18) === branchPage
      const [lower, upper] = [page.readUInt16LE(20), page.readUInt16LE(22)]
      const nodes = lower >> 1
      if (nodes < (isBranch ? 2 : 1) || lower % 2 !== 0 || lower > upper || upper > contentBytes) throw damaged()

      const starts = Array.from({ length: nodes }, (_, i) => headerBytes + page.readUInt16LE(headerBytes + 2 * i))
      const keys: Buffer[] = []
      let used = 0
      for (const [i, at] of starts.entries()) {
        if (at < headerBytes + upper || at + 8 > pageBytes) throw damaged()
        const [bytes, flags, keyBytes] = [page.readUInt32LE(at), page.readUInt16LE(at + 4), page.readUInt16LE(at + 6)]
        const isOutside = !isBranch && (flags & onOverflowPages) !== 0
        const nodeBytes = 8 + keyBytes + (isBranch ? 0 : isOutside ? 24 : bytes)
        if (at + nodeBytes > pageBytes || (!isBranch && flags > isTree)) throw damaged()
        used += nodeBytes + (nodeBytes % 2)

        // The first key of a branch says nothing.
        const key = isBranch && i === 0 ? from : page.subarray(at + 8, at + 8 + keyBytes)
        const before = i === 0 ? from : keys[i - 1]
        if (key && (key.length === 0 || (compare === asIntegers && key.length !== 8))) throw damaged()
        if (key && before && key !== from && compare(before, key) > (i === 0 ? 0 : -1)) throw damaged()
        keys.push(key as Buffer)
        if (isBranch) continue
        found.entries++
        const value = at + 8 + keyBytes
        const read = isOutside ? takeOverflow(page, value, bytes) : () => page.subarray(value, value + bytes)
        onNode(flags, read)
      }
      if (below && compare(keys.at(-1)!, below) >= 0) throw damaged()
      if (used !== contentBytes - upper || new Set(starts).size !== nodes) throw damaged()

      found.depth = Math.max(found.depth, depth)
      if (!isBranch) found.leafPages++
      else found.branchPages++
      if (!isBranch) return
      starts.forEach((at, i) => {
        const child = page.readUInt32LE(at) + page.readUInt16LE(at + 4) * 2 ** 32
        checkPage(child, depth + 1, { from: keys[i], below: keys[i + 1] ?? below })
      })
    }

    if (tree.root !== -1) checkPage(tree.root, 1, { from: undefined, below: undefined })
    const differs = (Object.keys(found) as (keyof Tree)[]).some((key) => found[key] !== tree[key])
    if (differs) throw new DamagedPage(`a table of ${found.entries} entries says that it has another size`)
  }

  /** How many words follow, and those: a page, 0 for nothing, or a negative length before the first page of so many. */
  function takeFree(list: Buffer): void {
    const words = list.length < 8 ? -1 : wordAt(list, 0)
    if (words < 0 || (words + 1) * 8 > list.length) throw new DamagedPage('a list of free pages has another length')
    for (let i = 1; i <= words; i++) {
      const word = wordAt(list, 8 * i)
      if (word > 0) take(word)
      if (word >= 0) continue
      const first = i < words ? wordAt(list, 8 * ++i) : 0
      for (let page = first; page < first - word; page++) take(page)
    }
  }

  take(0)
  take(1)
  if ((free.flags & ~ofDatabase) !== integerKeys || main.flags !== 0) throw new DamagedPage('it is of another kind')
  checkTree(free, asIntegers, (_, list) => takeFree(list()))
  const tables: Tree[] = []
  checkTree(main, asBytes, (flags, value) => {
    const table = value()
    if (flags !== isTree || table.length !== 48) throw new DamagedPage('a table is something else')
    tables.push(treeAt(table, 0))
  })
  for (const table of tables) {
    if (table.flags !== 0) throw new DamagedPage('a table is of another kind')
    checkTree(table, asBytes, (flags) => {
      if ((flags & isTree) !== 0) throw new DamagedPage('a table is within another')
    })
  }
  if (count !== lastPage + 1) throw new DamagedPage(`${lastPage + 1 - count} pages are neither in use nor free`)
}

function asBytes(a: Buffer, b: Buffer): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!
  return a.length - b.length
}

function asIntegers(a: Buffer, b: Buffer): number {
  return wordAt(a, 0) - wordAt(b, 0)
}
