import { Address } from '@ethereumjs/util'
import type { ChainRules } from '../rules/createChainRules.ts'
import { type BlockEnvironment, createBlockEnvironment } from '../transition/BlockEnvironment.ts'
import { releaseForkEvm } from '../transition/createForkEvm.ts'
import { blobBaseFeeOf } from '../transition/feeMarket.ts'
import type { Header } from '../types/Header.ts'
import type { Precompile } from '../types/Precompile.ts'
import type { BlockOverrides, CallRequest, SimulationResult, StateOverrides } from '../types/Simulation.ts'
import type { Tracer } from '../types/Tracer.ts'
import type { WorldState } from '../types/WorldState.ts'
import { accessedBy } from './accessList.ts'
import { type AppliedCall, applyCall, namesFee, senderOf } from './applyCall.ts'
import { applyOverrides } from './applyOverrides.ts'
import { attachTracer } from './attachTracer.ts'

export type SimulateTransactionOptions = {
  rules: ChainRules
  /** The block the call is made in, as far as the EVM sees it. */
  header: Header
  /** The state before the call. */
  state: WorldState
  transaction: CallRequest
  stateOverrides?: StateOverrides
  blockOverrides?: BlockOverrides
  getBlockHash(number: bigint): Uint8Array | undefined
  precompiles?: readonly Precompile[]
  tracer?: Tracer
  /** Notes what is accessed. @default false */
  listAccesses?: boolean
}

/**
 * Executes a call as `eth_call` does: like a transaction, but any sender may send it, at any nonce, and fees count only if
 * the request names them. Nothing is kept.
 * @throws InvalidTransaction as applyCall does; INVALID_OVERRIDE; MissingData
 */
export async function simulateTransaction(options: SimulateTransactionOptions): Promise<SimulationResult> {
  const { transaction, tracer } = options
  const env = await createSimulationEnvironment(options)
  const { precompiles } = env.evm
  if (options.stateOverrides) await applyOverrides(env, options.stateOverrides)
  tracer?.begin?.(env.state.finish())
  if (options.listAccesses) env.evm.journal.startReportingAccessList()
  if (tracer !== undefined) attachTracer(env.evm, tracer)
  const applied = await applyCall(env, transaction, {
    gas: transaction.gas ?? env.header.gasLimit,
    precompiles: precompiles.keys(),
  })
  tracer?.end?.(env.state.finish())
  const result = resultOf(env, transaction, applied)
  releaseForkEvm(env.evm)
  return result
}

async function createSimulationEnvironment(options: SimulateTransactionOptions): Promise<BlockEnvironment> {
  const { rules, transaction, blockOverrides = {} } = options
  const { blobBaseFee, ...fields } = blockOverrides
  const header = { ...options.header, ...fields }
  // As in geth: who names no fee sees a block without fees, so that calls do not fail for want of funds.
  if (header.baseFeePerGas !== undefined && !namesFee(transaction)) header.baseFeePerGas = 0n
  const env = await createBlockEnvironment({
    rules,
    header,
    parentState: options.state,
    getBlockHash: options.getBlockHash,
    precompiles: options.precompiles ?? [],
    blobBaseFee: blobBaseFee ?? blobBaseFeeOf(rules, header),
  })
  env.blobs.current = transaction.blobVersionedHashes ?? []
  return env
}

function resultOf(
  env: BlockEnvironment,
  request: CallRequest,
  { execResult, createdAddress, gasUsed, gasUsedBeforeRefund }: AppliedCall,
): SimulationResult {
  const error = execResult.exceptionError?.error
  const result: SimulationResult = {
    returnData: execResult.returnValue,
    gasUsed,
    gasUsedBeforeRefund,
    logs:
      error === undefined ? (execResult.logs ?? []).map(([address, topics, data]) => ({ address, topics, data })) : [],
  }
  if (env.evm.journal.accessList !== undefined)
    result.accessList = accessedBy(env, [senderOf(request), request.to && new Address(request.to), createdAddress])
  if (error !== undefined) result.error = error
  if (error === 'revert') result.revert = execResult.returnValue
  if (createdAddress !== undefined) result.contractAddress = createdAddress.bytes
  return result
}
