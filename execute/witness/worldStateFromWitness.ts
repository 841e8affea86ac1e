import { keccak256 } from '../crypto/keccak256.ts'
import { createWorldState } from '../state/createWorldState.ts'
import { partialAccounts } from '../state/partialAccounts.ts'
import { hashReference } from '../trie/encodeNode.ts'
import type { ExecutionWitness } from '../types/ExecutionWitness.ts'
import type { WorldState } from '../types/WorldState.ts'

/** The state with root `stateRoot` as far as the witness shows it; looking elsewhere throws `MissingData`. */
export function worldStateFromWitness(stateRoot: Uint8Array, witness: ExecutionWitness): WorldState {
  const nodes = byHash(witness.state)
  const codes = byHash(witness.codes)
  const accounts = partialAccounts(stateRoot, (reference) => nodes.get(reference))
  return createWorldState(accounts, (hash) => codes.get(hashReference(hash)))
}

function byHash(items: Uint8Array[]): Map<string, Uint8Array> {
  return new Map(items.map((item) => [hashReference(keccak256(item)), item]))
}
