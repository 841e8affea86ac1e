import { createJournaledState } from '../state/createJournaledState.ts'
import type { StateOverrides } from '../types/Simulation.ts'
import type { WorldState } from '../types/WorldState.ts'
import { applyStateOverrides } from './applyStateOverrides.ts'

/** The state in which these accounts are other than they are: for test methods that rewrite a devnet's state. */
export async function overrideState(base: WorldState, overrides: StateOverrides): Promise<WorldState> {
  const state = createJournaledState(base)
  await applyStateOverrides(state, overrides)
  return state.finish()
}
