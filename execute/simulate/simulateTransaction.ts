import { NativerollError } from '../errors.ts'
import type { ChainRules } from '../rules/createChainRules.ts'
import type { Header } from '../types/Header.ts'
import type { Precompile } from '../types/Precompile.ts'
import type { BlockOverrides, CallRequest, SimulationResult, StateOverrides } from '../types/Simulation.ts'
import type { Tracer } from '../types/Tracer.ts'
import type { WorldState } from '../types/WorldState.ts'

export type SimulateTransactionOptions = {
  rules: ChainRules
  /** The block the call is made in, as far as the EVM sees it. */
  header: Header
  state: WorldState
  transaction: CallRequest
  stateOverrides?: StateOverrides
  blockOverrides?: BlockOverrides
  getBlockHash(number: bigint): Uint8Array | undefined
  precompiles?: Precompile[]
  tracer?: Tracer
}

export async function simulateTransaction(_options: SimulateTransactionOptions): Promise<SimulationResult> {
  throw new NativerollError('NOT_IMPLEMENTED', 'simulateTransaction')
}
