import type { Header, WorldState } from '../../execute/index.ts'
import { ChainError } from '../errors.ts'

/** Stands for the state of a block that has left the history limit: every read says so. */
export function prunedState({ number, stateRoot }: Pick<Header, 'number' | 'stateRoot'>): WorldState {
  const refuse = (): never => {
    throw statePruned({ number })
  }
  return {
    root: stateRoot,
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

export function statePruned({ number }: Pick<Header, 'number'>): ChainError {
  return new ChainError('STATE_PRUNED', `historical state of block ${number} is not available`, {
    value: number,
    expected: "a block within the node's history limit",
    hint: 'raise the history limit when the node starts, or ask for a more recent block',
  })
}
