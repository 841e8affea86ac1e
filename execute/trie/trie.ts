import { resolve } from './hashedNode.ts'
import { commonPrefix, comparePaths, concatPaths } from './nibbles.ts'
import {
  type BranchNode,
  branchNode,
  type ExtensionNode,
  extensionNode,
  type LeafNode,
  leafNode,
  type ResolvedNode,
  type TrieNode,
} from './nodes.ts'

/** Told of each node that an operation looks into; that is how a witness comes to be. */
export type Visit<V> = (node: ResolvedNode<V>) => void

type Root<V> = TrieNode<V> | undefined

/** The value at `path` (nibbles). @throws MissingData where the trie is partial. */
export function get<V>(root: Root<V>, path: Uint8Array, visit?: Visit<V>): V | undefined {
  let node = root
  let offset = 0
  while (node !== undefined) {
    const current: ResolvedNode<V> = lookInto(node, visit)
    if (current.kind === 'branch') {
      node = current.children[path[offset]!]
      offset++
      continue
    }
    if (commonPrefix(current.path, path, offset) < current.path.length) return undefined
    offset += current.path.length
    if (current.kind === 'leaf') return current.value
    node = current.child
  }
  return undefined
}

/** The trie with `value` at `path`; `root` stays as it is. */
export function put<V>(root: Root<V>, path: Uint8Array, value: V): TrieNode<V> {
  return putAt(root, path, 0, value)
}

export type Entry<V> = { path: Uint8Array; value: V }

/** The trie with all of `entries`, whose paths differ: each node on their way is made anew once. */
export function putAll<V>(root: Root<V>, entries: readonly Entry<V>[]): Root<V> {
  const sorted = [...entries].sort((left, right) => comparePaths(left.path, right.path))
  return putRange(root, sorted, 0, sorted.length, 0)
}

/** Those from `from` to `to`, which have the first `offset` nibbles in common. */
function putRange<V>(root: Root<V>, sorted: readonly Entry<V>[], from: number, to: number, offset: number): Root<V> {
  let node = root
  for (let next = from; next < to; next++) {
    const { path, value } = sorted[next]!
    const current = node && lookInto(node)
    // One by one until there is a branch among whose children the rest can be divided.
    if (current?.kind !== 'branch' || next === to - 1) node = putAt(current, path, offset, value)
    else return putAmong(current, sorted, next, to, offset)
  }
  return node
}

function putAmong<V>(
  branch: BranchNode<V>,
  sorted: readonly Entry<V>[],
  from: number,
  to: number,
  offset: number,
): TrieNode<V> {
  const children = branch.children.slice()
  let changed = 0
  for (let start = from; start < to; ) {
    const nibble = sorted[start]!.path[offset]!
    let end = start + 1
    while (end < to && sorted[end]!.path[offset] === nibble) end++
    children[nibble] = putRange(children[nibble], sorted, start, end, offset + 1)
    changed |= 1 << nibble
    start = end
  }
  return branchNode(children, branch, changed)
}

function putAt<V>(node: Root<V>, path: Uint8Array, offset: number, value: V): TrieNode<V> {
  if (node === undefined) return leafNode(path, offset, value)
  const current = lookInto(node)
  if (current.kind === 'branch') {
    const nibble = path[offset]!
    const children = current.children.slice()
    children[nibble] = putAt(children[nibble], path, offset + 1, value)
    return branchNode(children, current, 1 << nibble)
  }
  const shared = commonPrefix(current.path, path, offset)
  if (shared === current.path.length) {
    if (current.kind === 'leaf') return leafNode(current.path, 0, value)
    return extensionNode(current.path, putAt(current.child, path, offset + shared, value))
  }
  const children = new Array<TrieNode<V> | undefined>(16).fill(undefined)
  children[current.path[shared]!] = withoutPrefix(current, shared + 1)
  children[path[offset + shared]!] = leafNode(path, offset + shared + 1, value)
  const branch = branchNode(children)
  return shared === 0 ? branch : extensionNode(path.slice(offset, offset + shared), branch)
}

function withoutPrefix<V>(node: LeafNode<V> | ExtensionNode<V>, length: number): TrieNode<V> {
  if (node.kind === 'leaf') return leafNode(node.path, length, node.value)
  return node.path.length === length ? node.child : extensionNode(node.path.slice(length), node.child)
}

/** The trie without `path`; the same trie if nothing is there. */
export function remove<V>(root: Root<V>, path: Uint8Array, visit?: Visit<V>): Root<V> {
  return removeAt(root, path, 0, visit)
}

function removeAt<V>(node: Root<V>, path: Uint8Array, offset: number, visit?: Visit<V>): Root<V> {
  if (node === undefined) return undefined
  const current = lookInto(node, visit)
  if (current.kind === 'branch') {
    const nibble = path[offset]!
    const child = removeAt(current.children[nibble], path, offset + 1, visit)
    if (child === current.children[nibble]) return node
    const children = current.children.slice()
    children[nibble] = child
    const branch = branchNode(children, current, 1 << nibble)
    return child === undefined ? collapse(branch, visit) : branch
  }
  if (commonPrefix(current.path, path, offset) < current.path.length) return node
  if (current.kind === 'leaf') return undefined
  const child = removeAt(current.child, path, offset + current.path.length, visit)
  if (child === current.child) return node
  return child === undefined ? undefined : withPrefix(current.path, child, visit)
}

/** A branch left with one child becomes part of that child: so the child must be known, and belongs to the witness. */
function collapse<V>(branch: BranchNode<V>, visit?: Visit<V>): TrieNode<V> {
  const { children } = branch
  const nibble = children.findIndex((child) => child !== undefined)
  if (children.some((child, index) => child !== undefined && index !== nibble)) return branch
  return withPrefix(Uint8Array.of(nibble), children[nibble]!, visit)
}

function withPrefix<V>(path: Uint8Array, node: TrieNode<V>, visit?: Visit<V>): TrieNode<V> {
  const current = lookInto(node, visit)
  if (current.kind === 'branch') return extensionNode(path, node)
  const joined = concatPaths(path, current.path)
  return current.kind === 'leaf' ? leafNode(joined, 0, current.value) : extensionNode(joined, current.child)
}

/** All values with their paths, in key order, from the path `from` on. */
export function* entries<V>(
  node: Root<V>,
  from: Uint8Array = new Uint8Array(0),
  prefix: Uint8Array = new Uint8Array(0),
): Generator<[path: Uint8Array, value: V]> {
  // All below begins with the prefix: nothing of it is wanted if the prefix itself lies before the start.
  if (node === undefined || comparePaths(prefix, from.subarray(0, prefix.length)) < 0) return
  const current = lookInto(node)
  if (current.kind === 'leaf') {
    const path = concatPaths(prefix, current.path)
    if (comparePaths(path, from) >= 0) yield [path, current.value]
  } else if (current.kind === 'extension') yield* entries(current.child, from, concatPaths(prefix, current.path))
  else
    for (const [nibble, child] of current.children.entries())
      yield* entries(child, from, concatPaths(prefix, Uint8Array.of(nibble)))
}

function lookInto<V>(node: TrieNode<V>, visit?: Visit<V>): ResolvedNode<V> {
  const current = node.kind === 'hashed' ? resolve(node) : node
  visit?.(current)
  return current
}
