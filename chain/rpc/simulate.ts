import {
  type BlockOverrides,
  type CallRequest,
  type SimulationResult,
  type StateOverrides,
  simulateTransaction,
} from '../../execute/index.ts'
import type { Backend } from '../Backend.ts'
import type { BlockIdentifier } from './blockIdentifier.ts'
import { stateAt } from './stateAt.ts'

export type Simulation = {
  at: BlockIdentifier
  stateOverrides?: StateOverrides | undefined
  blockOverrides?: BlockOverrides | undefined
}

/** Executes a call on the state of a block and in that block's context. */
export function simulate(
  backend: Backend,
  transaction: CallRequest,
  { at, stateOverrides, blockOverrides }: Simulation,
): Promise<SimulationResult> {
  const { block, state } = stateAt(backend, at)
  const { header } = block.block
  return simulateTransaction({
    rules: backend.rules,
    header,
    state,
    transaction: { ...transaction, gas: transaction.gas ?? header.gasLimit },
    ...(stateOverrides && { stateOverrides }),
    ...(blockOverrides && { blockOverrides }),
    getBlockHash: backend.store.history(block).getBlockHash,
    precompiles: backend.precompiles,
  })
}
