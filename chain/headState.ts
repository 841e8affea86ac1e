import { overrideState, type SealedBlock, type StateOverrides, type WorldState } from '../execute/index.ts'
import type { ChainStore } from './store/ChainStore.ts'

/**
 * The state that the next block is built on. Test methods may rewrite it (`anvil_setBalance` and its kin): reads at the
 * head see the change at once, and the next block carries it into the chain.
 */
export type HeadState = {
  current(): WorldState
  amend(overrides: StateOverrides): Promise<void>
}

export function createHeadState(store: ChainStore): HeadState {
  let amended: { head: SealedBlock; state: WorldState } | undefined
  const current = () => (amended?.head === store.head() ? amended.state : store.head().state)
  return {
    current,
    async amend(overrides) {
      const head = store.head()
      amended = { head, state: await overrideState(current(), overrides) }
    },
  }
}
