import { NativerollError } from '../errors.ts'
import type { Block } from '../types/Block.ts'
import type { SealedBlock } from '../types/BlockBuilder.ts'
import type { BlockBuilderOptions } from './createBlockBuilder.ts'

export type StateTransitionOptions = Omit<BlockBuilderOptions, 'attributes'> & { block: Block }

/** @throws InvalidBlock naming the rule that the block breaks; MissingData if a partial state lacks something. */
export async function stateTransition(_options: StateTransitionOptions): Promise<SealedBlock> {
  throw new NativerollError('NOT_IMPLEMENTED', 'stateTransition')
}
