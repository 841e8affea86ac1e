import type { Database } from 'lmdb'
import {
  compareStates,
  keccak256,
  type NodeStore,
  type Preimages,
  type StateItem,
  type WorldState,
  worldStateFromNodes,
} from '../../execute/index.ts'
import { toHex } from '../hex.ts'

type Table = Database<Buffer, Uint8Array>

/**
 * States as they lie on disk: trie nodes and codes, each once, by its hash, with the number of its holds. A state that is kept
 * holds an item for every place that has it; a state built on one that is kept, only for the places that are new.
 */
export type StateTables = {
  nodes: NodeStore
  state(root: Uint8Array): WorldState
  /** Keeps `state`, which was built on `before`. */
  keep(before: WorldState | undefined, state: WorldState): void
  /** As if `state` had never been kept: of the places that are new, nothing is held any more. */
  withdraw(before: WorldState, state: WorldState): void
  /** Lets go of `before`: what it has and `state` has not is held no more, save by states built on it in another way. */
  leave(before: WorldState, state: WorldState): void
}

type Held = { items: Table /** How many holds there are beyond the first; absent if none. */; furtherHolds: Table }

/**
 * Reading throws what `damaged` makes of bytes that have another hash.
 * @param table opens a table of the database
 */
export function createStateTables(
  table: (name: string) => Table,
  damaged: (what: string) => Error,
  preimages?: Preimages,
): StateTables {
  const kinds: { [kind in StateItem['kind']]: Held } = {
    node: { items: table('nodes'), furtherHolds: table('nodeHolds') },
    code: { items: table('codes'), furtherHolds: table('codeHolds') },
  }

  function hold({ kind, hash, bytes }: StateItem): void {
    const { items, furtherHolds } = kinds[kind]
    if (items.doesExist(hash)) furtherHolds.putSync(hash, countBytes(countOf(furtherHolds.get(hash)) + 1))
    else items.putSync(hash, Buffer.from(bytes()))
  }

  function release({ kind, hash }: StateItem): void {
    const { items, furtherHolds } = kinds[kind]
    const further = countOf(furtherHolds.get(hash))
    if (further === 0) items.removeSync(hash)
    else if (further === 1) furtherHolds.removeSync(hash)
    else furtherHolds.putSync(hash, countBytes(further - 1))
  }

  /** Only when all are known, because finding them reads them. */
  function releaseAll(before: WorldState, state: WorldState, which: 'added' | 'removed'): void {
    const found: StateItem[] = []
    compareStates(before, state, { [which]: (item: StateItem) => found.push(item) })
    for (const item of found) release(item)
  }

  function read(kind: StateItem['kind'], hash: Uint8Array): Uint8Array | undefined {
    const bytes = kinds[kind].items.get(hash)
    if (bytes && Buffer.compare(keccak256(bytes), hash) !== 0) throw damaged(`the ${kind} ${toHex(hash)} of a state`)
    return bytes
  }

  const nodes: NodeStore = {
    node: (hash) => read('node', hash),
    code: (hash) => read('code', hash),
    preimages,
  }
  return {
    nodes,
    state: (root) => worldStateFromNodes(root, nodes),
    keep: (before, state) => compareStates(before, state, { added: hold }),
    withdraw: (before, state) => releaseAll(before, state, 'added'),
    leave: (before, state) => releaseAll(before, state, 'removed'),
  }
}

function countOf(bytes: Buffer | undefined): number {
  return bytes?.readUInt32BE() ?? 0
}

function countBytes(count: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(count)
  return bytes
}
