import { commonPrefix, concatPaths, prepend } from './nibbles.ts'
import { branchNode, extensionNode, leafNode, type ResolvedNode, type TrieNode } from './nodes.ts'

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
export function put<V>(root: Root<V>, path: Uint8Array, value: V, visit?: Visit<V>): TrieNode<V> {
  return putAt(root, path, 0, value, visit)
}

function putAt<V>(node: Root<V>, path: Uint8Array, offset: number, value: V, visit?: Visit<V>): TrieNode<V> {
  if (node === undefined) return leafNode(path.subarray(offset), value)
  const current = lookInto(node, visit)
  if (current.kind === 'branch') {
    const nibble = path[offset]!
    const children = current.children.slice()
    children[nibble] = putAt(children[nibble], path, offset + 1, value, visit)
    return branchNode(children)
  }
  const shared = commonPrefix(current.path, path, offset)
  if (shared === current.path.length) {
    if (current.kind === 'leaf') return leafNode(current.path, value)
    return extensionNode(current.path, putAt(current.child, path, offset + shared, value, visit))
  }
  const children = new Array<TrieNode<V> | undefined>(16).fill(undefined)
  const rest = current.path.subarray(shared + 1)
  if (current.kind === 'leaf') children[current.path[shared]!] = leafNode(rest, current.value)
  else children[current.path[shared]!] = rest.length === 0 ? current.child : extensionNode(rest, current.child)
  children[path[offset + shared]!] = leafNode(path.subarray(offset + shared + 1), value)
  const branch = branchNode(children)
  return shared === 0 ? branch : extensionNode(path.subarray(offset, offset + shared), branch)
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
    return child === undefined ? collapse(children, visit) : branchNode(children)
  }
  if (commonPrefix(current.path, path, offset) < current.path.length) return node
  if (current.kind === 'leaf') return undefined
  const child = removeAt(current.child, path, offset + current.path.length, visit)
  if (child === current.child) return node
  return child === undefined ? undefined : withPrefix(current.path, child, visit)
}

/** A branch left with one child becomes part of that child: so the child must be known, and belongs to the witness. */
function collapse<V>(children: (TrieNode<V> | undefined)[], visit?: Visit<V>): TrieNode<V> {
  const nibble = children.findIndex((child) => child !== undefined)
  if (children.some((child, index) => child !== undefined && index !== nibble)) return branchNode(children)
  return withPrefix(Uint8Array.of(nibble), children[nibble]!, visit)
}

function withPrefix<V>(path: Uint8Array, node: TrieNode<V>, visit?: Visit<V>): TrieNode<V> {
  const current = lookInto(node, visit)
  if (current.kind === 'branch') return extensionNode(path, node)
  const joined = path.length === 1 ? prepend(path[0]!, current.path) : concatPaths(path, current.path)
  return current.kind === 'leaf' ? leafNode(joined, current.value) : extensionNode(joined, current.child)
}

/** All values with their paths, in key order. */
export function* entries<V>(
  node: Root<V>,
  prefix: Uint8Array = new Uint8Array(0),
): Generator<[path: Uint8Array, value: V]> {
  if (node === undefined) return
  const current = lookInto(node)
  if (current.kind === 'leaf') yield [concatPaths(prefix, current.path), current.value]
  else if (current.kind === 'extension') yield* entries(current.child, concatPaths(prefix, current.path))
  else
    for (const [nibble, child] of current.children.entries())
      yield* entries(child, concatPaths(prefix, Uint8Array.of(nibble)))
}

function lookInto<V>(node: TrieNode<V>, visit?: Visit<V>): ResolvedNode<V> {
  const current = node.kind === 'hashed' ? node.resolve() : node
  visit?.(current)
  return current
}
