import type { TypedTransaction } from '@ethereumjs/tx'
import { bigIntMin } from '@ethereumjs/util'
import { InvalidTransaction } from '../errors.ts'
import { hashHeader } from '../rlp/header.ts'
import { addToOutput } from '../transition/addToOutput.ts'
import { beginBody, endBody } from '../transition/applyBody.ts'
import { type BlockEnvironment, createBlockEnvironment } from '../transition/BlockEnvironment.ts'
import { type BlockOutput, emptyBlockOutput } from '../transition/BlockOutput.ts'
import { credit } from '../transition/credit.ts'
import { destroyAccounts } from '../transition/destroyAccounts.ts'
import { gasPerBlob } from '../transition/feeMarket.ts'
import { sealedHeader } from '../transition/sealedHeader.ts'
import type { Block } from '../types/Block.ts'
import type { Precompile } from '../types/Precompile.ts'
import type { CallRequest, SimulatedBlock, SimulatedCall, StateOverrides } from '../types/Simulation.ts'
import type { WorldState } from '../types/WorldState.ts'
import { type AppliedCall, applyCall, feesOf, senderOf } from './applyCall.ts'
import { applyOverrides } from './applyOverrides.ts'
import { asTransaction } from './asTransaction.ts'
import { attachTracer } from './attachTracer.ts'
import { type SimulatedHeaderOptions, simulatedHeader } from './simulatedHeader.ts'
import { createTransferLogs } from './transferLogs.ts'

export type SimulateBlockOptions = SimulatedHeaderOptions & {
  parentState: WorldState
  stateOverrides: StateOverrides
  calls: CallRequest[]
  /** Report transfers of ETH as logs. */
  traceTransfers: boolean
  /** Most gas that the calls may have together, whatever the block's limit. */
  gasCap: bigint
  getBlockHash(number: bigint): Uint8Array | undefined
  precompiles?: readonly Precompile[]
}

type Scene = Pick<SimulateBlockOptions, 'validation' | 'gasCap'> & {
  env: BlockEnvironment
  output: BlockOutput
  transfers: ReturnType<typeof createTransferLogs> | undefined
  /** Before any was moved. */
  precompiles: string[]
}

/**
 * Makes a block of calls as `eth_simulateV1` does: they take effect one after the other, but need no signature, and
 * without `validation` neither fee nor nonce.
 * @throws InvalidTransaction naming why a call cannot be included, InvalidBlock, INVALID_OVERRIDE, MissingData
 */
export async function simulateBlock(options: SimulateBlockOptions): Promise<SimulatedBlock> {
  const { rules, parentState, overrides, getBlockHash, calls: requests } = options
  const header = simulatedHeader(options)
  const env = await createBlockEnvironment({
    rules,
    header,
    parentState,
    getBlockHash,
    precompiles: options.precompiles ?? [],
    ...(overrides.blobBaseFee !== undefined && { blobBaseFee: overrides.blobBaseFee }),
  })
  const output = emptyBlockOutput()
  const transfers = options.traceTransfers ? createTransferLogs() : undefined
  const scene: Scene = { ...options, env, output, transfers, precompiles: [...env.evm.precompiles.keys()] }
  await applyOverrides(env, options.stateOverrides)
  await beginBody(env)
  if (transfers !== undefined) attachTracer(env.evm, transfers.tracer)
  const body: Omit<Block, 'header'> = { transactions: [], ommers: [] }
  const calls: SimulatedCall[] = []
  for (const request of requests) {
    const { transaction, call } = await simulateCall(scene, request)
    body.transactions.push(transaction)
    calls.push(call)
  }
  if (header.withdrawalsRoot !== undefined) body.withdrawals = overrides.withdrawals ?? []
  await endBody(env, output, body)

  const state = env.state.finish()
  const block = { header: sealedHeader(env, output, state, body), ...body }
  const accessList = env.evm.blockLevelAccessList
  return {
    sealed: {
      block,
      hash: hashHeader(block.header),
      state,
      receipts: output.receipts,
      requests: output.requests,
      ...(accessList && { blockAccessList: accessList.serialize() }),
    },
    calls,
  }
}

async function simulateCall(
  scene: Scene,
  request: CallRequest,
): Promise<{ transaction: TypedTransaction; call: SimulatedCall }> {
  const { env, output, precompiles, validation, transfers } = scene
  const from = senderOf(request)
  const nonce = await nonceOf(env, request, validation)
  const gas = gasOf(scene, request)
  const firstLog = output.receipts.reduce((count, { logs }) => count + logs.length, 0)
  const accessList = env.common.isActivatedEIP(7928) ? env.evm.blockLevelAccessList : undefined
  if (accessList !== undefined) accessList.blockAccessIndex = output.receipts.length + 1
  env.blobs.current = request.blobVersionedHashes ?? []
  const applied = await applyCall(env, request, { gas, precompiles, mustPay: validation })
  await settle(env, request, gas, applied)
  accessList?.cleanupNetZeroBalanceChanges()
  env.blobs.earlier.push(...env.blobs.current)

  const { execResult, gasUsed, gasUsedBeforeRefund } = applied
  const transaction = asTransaction(env.common, request, { from, nonce, gas, ...feesOf(request, env) })
  const hasStatus = env.common.gteHardfork('byzantium')
  const { receipt } = addToOutput(env, output, transaction, from, {
    execResult,
    totalGasSpent: gasUsed,
    blockGasSpent: env.common.isActivatedEIP(7778) ? gasUsedBeforeRefund : gasUsed,
    txStateGas: env.evm.executionStateGasUsed,
    txRegularGas: gasUsedBeforeRefund - env.evm.executionStateGasUsed,
    ...(transaction.type === 3 && { blobGasUsed: BigInt(env.blobs.current.length) * gasPerBlob }),
    ...(!hasStatus && { stateRoot: await env.state.getStateRoot() }),
  })
  const error = execResult.exceptionError?.error
  const call: SimulatedCall = {
    returnData: error === undefined ? execResult.returnValue : new Uint8Array(0),
    gasUsed,
    gasUsedBeforeRefund,
    logs: transfers?.logs() ?? receipt.logs.map((log, index) => ({ log, index: firstLog + index })),
    ...(error !== undefined && { error }),
    ...(error === 'revert' && { revert: execResult.returnValue }),
  }
  return { transaction, call }
}

/** The account's next nonce, unless the request names one; with `validation` it must be that. */
async function nonceOf(env: BlockEnvironment, request: CallRequest, validation: boolean): Promise<bigint> {
  const expected = (await env.state.getAccount(senderOf(request)))?.nonce ?? 0n
  const nonce = request.nonce ?? expected
  if (!validation) return nonce
  if (nonce !== expected) {
    const code = nonce < expected ? 'NONCE_TOO_LOW' : 'NONCE_TOO_HIGH'
    throw new InvalidTransaction(code, `nonce is ${nonce}, but the account is at ${expected}`, {
      value: nonce,
      expected,
    })
  }
  // EIP-2681.
  if (nonce === 2n ** 64n - 1n)
    throw new InvalidTransaction('NONCE_MAX', `nonce has max value: ${nonce}`, { value: nonce })
  return nonce
}

/** What the request asks for, or all that is left in the block; no more than the cap either way. */
function gasOf({ env, output, gasCap }: Scene, request: CallRequest): bigint {
  const left = env.header.gasLimit - output.blockGasUsed
  const wanted = request.gas ?? left
  if (wanted > left) {
    throw new InvalidTransaction('BLOCK_GAS_EXCEEDED', `block gas limit reached: ${wanted} wanted, ${left} left`, {
      value: wanted,
      expected: left,
    })
  }
  return bigIntMin(wanted, gasCap - output.cumulativeGasUsed)
}

/** Gives back the gas that is left, pays the block's producer and clears up, as after any transaction. */
async function settle(env: BlockEnvironment, request: CallRequest, gas: bigint, applied: AppliedCall): Promise<void> {
  const { gasPrice, gasUsed, execResult } = applied
  const tip = gasPrice - (env.header.baseFeePerGas ?? 0n)
  await credit(env, senderOf(request).bytes, (gas - gasUsed) * gasPrice)
  // Below zero if the call was free in a block that asks for fees.
  if (tip >= 0n) await credit(env, env.header.coinbase, gasUsed * tip)
  await destroyAccounts(env, execResult)
  await env.evm.journal.cleanup()
  env.state.originalStorageCache.clear()
}
