import { overrideState, type SealedBlock, type StateOverrides, type WorldState } from '../execute/index.ts'
import type { SerialQueue } from './serialQueue.ts'
import type { ChainStore } from './store/ChainStore.ts'

/**
 * The state that the next block is built on. Test methods may rewrite it (`anvil_setBalance` and its kin): reads at the
 * head see the change at once, and the next block carries it into the chain.
 */
export type HeadState = {
  current(): WorldState
  /** Waits for a block in progress, so that no change is lost between two blocks. */
  amend(overrides: StateOverrides): Promise<void>
  /** Puts back what `current` was at the present head, after a rewind; the block's own state if not given. */
  restore(state?: WorldState): void
}

export function createHeadState(store: ChainStore, serial: SerialQueue): HeadState {
  let amended: { head: SealedBlock; state: WorldState } | undefined
  const current = () => (amended?.head === store.head() ? amended.state : store.head().state)
  return {
    current,
    amend: (overrides) =>
      serial.run(async () => {
        amended = { head: store.head(), state: await overrideState(current(), overrides) }
      }),
    restore(state) {
      amended = state && { head: store.head(), state }
    },
  }
}
