import { hashIn } from '../trie/encodeNode.ts'
import type { Preimages } from '../types/Preimages.ts'
import type { WorldState } from '../types/WorldState.ts'
import { createWorldState } from './createWorldState.ts'
import { partialAccounts } from './partialAccounts.ts'

/** Where states lie outside the heap: the RLP of trie nodes, and codes, each by its keccak256. */
export type NodeStore = {
  node(hash: Uint8Array): Uint8Array | undefined
  code(hash: Uint8Array): Uint8Array | undefined
  preimages?: Preimages | undefined
}

/** The state of which only the root is known; everything else is fetched when it is looked into. @throws MissingData then, if it is not there */
export function worldStateFromNodes(root: Uint8Array, { node, code, preimages }: NodeStore): WorldState {
  return createWorldState(
    partialAccounts(root, (reference) => node(hashIn(reference))),
    code,
    preimages,
  )
}
