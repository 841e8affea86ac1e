import type { SealedBlock, WorldState } from '../../execute/index.ts'
import type { Backend } from '../Backend.ts'
import { type BlockIdentifier, requireBlock } from './blockIdentifier.ts'

/** The state that a block identifier means. At the head it includes what test methods have changed since. */
export function stateAt({ store, headState }: Backend, id: BlockIdentifier): { block: SealedBlock; state: WorldState } {
  const block = requireBlock(store, id)
  return { block, state: block === store.head() ? headState.current() : block.state }
}
