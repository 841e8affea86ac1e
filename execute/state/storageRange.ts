import { toNibbles } from '../trie/nibbles.ts'
import { entries, get } from '../trie/trie.ts'
import type { WorldState } from '../types/WorldState.ts'
import { pathOf } from './createWorldState.ts'

/** One slot as the storage trie has it: keyed by the hash of its number. */
export type StoredSlot = { hashedKey: Uint8Array /** 32 bytes. */; value: Uint8Array }

/**
 * The slots of an account that are not zero, in the order of their hashes, from the hash `from` on. Lazily: a consumer takes
 * as many as it wants. Reading may throw MissingData.
 */
export function* storageRange(state: WorldState, address: Uint8Array, from: Uint8Array): Generator<StoredSlot> {
  const storage = get(state.accounts, pathOf(address))?.storage
  for (const [path, stored] of entries(storage, toNibbles(from))) {
    const value = new Uint8Array(32)
    value.set(stored, 32 - stored.length)
    yield { hashedKey: fromNibbles(path), value }
  }
}

function fromNibbles(path: Uint8Array): Uint8Array {
  return Uint8Array.from({ length: path.length / 2 }, (_, i) => (path[2 * i]! << 4) | path[2 * i + 1]!)
}
