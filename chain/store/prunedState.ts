import type { Header, WorldState } from '../../execute/index.ts'
import { ChainError } from '../errors.ts'

/** Stands for the state of a block that has left the history limit: every read says so. */
export function prunedState(header: Header): WorldState {
  const refuse = (): never => {
    throw statePruned(header)
  }
  return {
    root: header.stateRoot,
    get accounts() {
      return refuse()
    },
    get codes() {
      return refuse()
    },
    getAccount: refuse,
    getStorage: refuse,
    getCode: refuse,
    prove: refuse,
  }
}

export function statePruned(header: Header): ChainError {
  return new ChainError('STATE_PRUNED', `historical state of block ${header.number} is not available`, {
    value: header.number,
    expected: "a block within the node's history limit",
    hint: 'raise the history limit when the node starts, or ask for a more recent block',
  })
}
