import { type SealedBlock, stateTransition } from '../execute/index.ts'
import type { Backend } from './Backend.ts'
import { ChainError } from './errors.ts'
import { toHex } from './hex.ts'

/** Runs a known block again on its parent's state. Errors: STATE_PRUNED, UNKNOWN_BLOCK (genesis has no parent). */
export async function replayBlock(
  { store, rules, precompiles }: Backend,
  sealed: SealedBlock,
  { recordWitness = false } = {},
): Promise<SealedBlock> {
  const { block } = sealed
  const parent = store.blockByHash(toHex(block.header.parentHash))
  if (parent === undefined)
    throw new ChainError('UNKNOWN_BLOCK', 'the parent of the block is not known', { value: block.header.number })
  return stateTransition({
    rules,
    parent: parent.block.header,
    parentState: store.parentState(sealed),
    block,
    ...store.history(parent),
    precompiles,
    recordWitness,
  })
}
