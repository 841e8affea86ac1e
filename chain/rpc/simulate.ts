import {
  type BlockOverrides,
  type CallRequest,
  InvalidTransaction,
  type SimulationResult,
  type StateOverrides,
  simulateTransaction,
  type Tracer,
} from '../../execute/index.ts'
import type { Backend } from '../Backend.ts'
import type { BlockIdentifier } from './blockIdentifier.ts'
import { callGasLimit } from './callGasLimit.ts'
import { createTurns } from './createTurns.ts'
import { invalidCallError } from './executionError.ts'
import { stateAt } from './stateAt.ts'

export type Simulation = {
  at: BlockIdentifier
  stateOverrides?: StateOverrides | undefined
  blockOverrides?: BlockOverrides | undefined
  tracer?: Tracer | undefined
  /** The result shall hold the access list. */
  listAccesses?: boolean
}

/** Executes a call on the state of a block and in that block's context, with turns for others. Errors: RpcError -32000 when it cannot even begin. */
export async function simulate(
  backend: Backend,
  transaction: CallRequest,
  simulation: Simulation,
): Promise<SimulationResult> {
  const { at, stateOverrides, blockOverrides, tracer, listAccesses = false } = simulation
  const { block, state } = stateAt(backend, at)
  const { header } = block.block
  try {
    return await simulateTransaction({
      rules: backend.rules,
      header,
      state,
      transaction: { ...transaction, gas: callGasLimit(backend, transaction, simulation) },
      ...(stateOverrides && { stateOverrides }),
      ...(blockOverrides && { blockOverrides }),
      getBlockHash: backend.store.history(block).getBlockHash,
      precompiles: backend.precompiles,
      tracer: tracer ?? { pause: createTurns() },
      listAccesses,
    })
  } catch (error) {
    throw error instanceof InvalidTransaction ? invalidCallError(error) : error
  }
}
