import { MissingData } from '../errors.ts'
import { entries } from '../trie/trie.ts'
import type { WorldState } from '../types/WorldState.ts'
import { codeOf } from './createWorldState.ts'

/** An account with all that it holds. Values are big-endian without leading zeros. */
export type WholeAccount = {
  address: Uint8Array
  nonce: bigint
  balance: bigint
  code: Uint8Array
  storage: [slot: Uint8Array, value: Uint8Array][]
}

/** All accounts of a state whose preimages were recorded. @throws MissingData MISSING_PREIMAGE: a key that was written before */
export function* accountsIn(state: WorldState): Generator<WholeAccount> {
  const keyOf = (path: Uint8Array): Uint8Array => {
    const key = state.preimages?.of(path)
    if (key) return key
    throw new MissingData('MISSING_PREIMAGE', 'The state has a key of which only the hash is known', { value: path })
  }
  for (const [path, leaf] of entries(state.accounts)) {
    const storage = [...entries(leaf.storage)].map(([path, value]): [Uint8Array, Uint8Array] => [keyOf(path), value])
    const { nonce, balance } = leaf
    yield { address: keyOf(path), nonce, balance, code: codeOf(leaf, state.codes), storage }
  }
}
