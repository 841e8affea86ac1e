import { emptyRoot, hashReference } from '../trie/encodeNode.ts'
import { hashedNode } from '../trie/hashedNode.ts'
import type { WorldState } from '../types/WorldState.ts'
import { accountSource, equalBytes } from './accountCodec.ts'
import { createWorldState } from './createWorldState.ts'

/** Where states lie outside the heap: the RLP of trie nodes, and codes, each by its keccak256. */
export type NodeStore = {
  node(hash: Uint8Array): Uint8Array | undefined
  code(hash: Uint8Array): Uint8Array | undefined
}

/** The state of which only the root is known; everything else is fetched when it is looked into. @throws MissingData then, if it is not there */
export function worldStateFromNodes(root: Uint8Array, { node, code }: NodeStore): WorldState {
  return createWorldState(
    equalBytes(root, emptyRoot) ? undefined : hashedNode(hashReference(root), accountSource(node)),
    code,
  )
}
