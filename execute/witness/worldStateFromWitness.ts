import { keccak256 } from '../crypto/keccak256.ts'
import { worldStateFromNodes } from '../state/worldStateFromNodes.ts'
import type { ExecutionWitness } from '../types/ExecutionWitness.ts'
import type { WorldState } from '../types/WorldState.ts'

/** The state with root `stateRoot` as far as the witness shows it; looking elsewhere throws `MissingData`. */
export function worldStateFromWitness(stateRoot: Uint8Array, witness: ExecutionWitness): WorldState {
  const nodes = byHash(witness.state)
  const codes = byHash(witness.codes)
  return worldStateFromNodes(stateRoot, {
    node: (hash) => nodes.get(keyOf(hash)),
    code: (hash) => codes.get(keyOf(hash)),
  })
}

function byHash(items: Uint8Array[]): Map<string, Uint8Array> {
  return new Map(items.map((item) => [keyOf(keccak256(item)), item]))
}

function keyOf(hash: Uint8Array): string {
  return Buffer.from(hash.buffer, hash.byteOffset, hash.length).toString('latin1')
}
