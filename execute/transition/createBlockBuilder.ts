import { NativerollError } from '../errors.ts'
import type { ChainRules } from '../rules/createChainRules.ts'
import type { BlockBuilder, PayloadAttributes } from '../types/BlockBuilder.ts'
import type { Header } from '../types/Header.ts'
import type { Precompile } from '../types/Precompile.ts'
import type { WorldState } from '../types/WorldState.ts'

export type BlockBuilderOptions = {
  rules: ChainRules
  parent: Header
  parentState: WorldState
  attributes: PayloadAttributes
  /** Hash of an ancestor, for BLOCKHASH; undefined if unknown. */
  getBlockHash(number: bigint): Uint8Array | undefined
  precompiles?: Precompile[]
  /** @default false */
  recordWitness?: boolean
  /** RLP of an ancestor's header; needed for a witness when BLOCKHASH reaches behind the parent. */
  getHeader?(number: bigint): Header | undefined
}

export async function createBlockBuilder(_options: BlockBuilderOptions): Promise<BlockBuilder> {
  throw new NativerollError('NOT_IMPLEMENTED', 'createBlockBuilder')
}
