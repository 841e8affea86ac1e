import { createTx, getCalldataFloorGas, type TypedTransaction } from '@ethereumjs/tx'
import { Account, Address, bigIntMax, type PrefixedHexString } from '@ethereumjs/util'
import { InvalidTransaction } from '../errors.ts'
import { quantityToBytes } from '../rlp/quantity.ts'
import type { ChainRules } from '../rules/createChainRules.ts'
import { type BlockEnvironment, createBlockEnvironment } from '../transition/BlockEnvironment.ts'
import { blobBaseFeeOf, gasPerBlob } from '../transition/feeMarket.ts'
import type { Header } from '../types/Header.ts'
import type { Precompile } from '../types/Precompile.ts'
import type { BlockOverrides, CallRequest, SimulationResult, StateOverrides } from '../types/Simulation.ts'
import type { Tracer } from '../types/Tracer.ts'
import type { WorldState } from '../types/WorldState.ts'
import { accessedBy, warmUp } from './accessList.ts'
import { applyStateOverrides } from './applyStateOverrides.ts'
import { attachTracer } from './attachTracer.ts'
import { setDelegations } from './setDelegations.ts'

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
}

/**
 * Executes a call as `eth_call` does: like a transaction, but any sender may send it, at any nonce, and fees count only if
 * the request names them. Nothing is kept.
 * @throws InvalidTransaction INSUFFICIENT_FUNDS, FEE_TOO_LOW or INTRINSIC_GAS_TOO_LOW; MissingData
 */
export async function simulateTransaction(options: SimulateTransactionOptions): Promise<SimulationResult> {
  const { transaction, tracer } = options
  const env = await createSimulationEnvironment(options)
  await applyStateOverrides(env.state, options.stateOverrides ?? [])
  tracer?.begin?.(env.state.finish())
  const from = new Address(transaction.from ?? new Uint8Array(20))
  const gas = transaction.gas ?? env.header.gasLimit
  const { intrinsic, floor } = intrinsicGas(env, transaction, from)
  const needed = bigIntMax(intrinsic, floor)
  if (gas < needed) {
    throw new InvalidTransaction(
      'INTRINSIC_GAS_TOO_LOW',
      `Gas ${gas} is below the ${needed} that the transaction takes in any case`,
      {
        value: gas,
        expected: needed,
      },
    )
  }
  env.evm.journal.startReportingAccessList()
  warmUp(env, transaction, from)
  const gasPrice = await payUpFront(env, transaction, from, gas)
  if (tracer !== undefined) attachTracer(env.evm, tracer)
  const result = await execute(env, transaction, { from, gas, gasPrice, intrinsic, floor })
  tracer?.end?.(env.state.finish())
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

function namesFee({ gasPrice = 0n, maxFeePerGas = 0n, maxPriorityFeePerGas = 0n }: CallRequest): boolean {
  return gasPrice > 0n || maxFeePerGas > 0n || maxPriorityFeePerGas > 0n
}

/** What the transaction costs before a single instruction runs, and the least it costs (EIP-7623). */
function intrinsicGas(
  env: BlockEnvironment,
  request: CallRequest,
  from: Address,
): { intrinsic: bigint; floor: bigint } {
  const tx = asTransaction(env, request)
  return { intrinsic: tx.getIntrinsicGas(), floor: getCalldataFloorGas(tx, from) }
}

/** The request as a transaction, with just the fields that intrinsic gas depends on. */
function asTransaction({ common }: BlockEnvironment, request: CallRequest): TypedTransaction {
  const { to, data = new Uint8Array(0), value = 0n, authorizationList = [] } = request
  const accessList = (request.accessList ?? []).map(
    ({ address, storageKeys }) => [address, storageKeys] as [Uint8Array, Uint8Array[]],
  )
  const fields = { ...(to && { to: new Address(to) }), data, value, gasLimit: 0n }
  const options = { common, freeze: false, allowUnlimitedInitCodeSize: true }
  if (authorizationList.length > 0) {
    const authorizations = authorizationList.map(({ chainId, address, nonce, yParity, r, s }) => [
      quantityToBytes(chainId),
      address,
      quantityToBytes(nonce),
      quantityToBytes(yParity),
      quantityToBytes(r),
      quantityToBytes(s),
    ])
    return createTx({ ...fields, type: 4, accessList, authorizationList: authorizations as never }, options)
  }
  return accessList.length > 0
    ? createTx({ ...fields, type: 1, accessList }, options)
    : createTx({ ...fields, type: 0 }, options)
}

/** Takes fees and the nonce from the sender, and answers the effective gas price. */
async function payUpFront(env: BlockEnvironment, request: CallRequest, from: Address, gas: bigint): Promise<bigint> {
  const baseFee = env.header.baseFeePerGas ?? 0n
  const tip = request.maxPriorityFeePerGas ?? request.gasPrice ?? 0n
  const maxFee = request.gasPrice ?? request.maxFeePerGas ?? (tip > 0n ? baseFee + tip : 0n)
  if (maxFee < baseFee) {
    throw new InvalidTransaction('FEE_TOO_LOW', `Fee per gas ${maxFee} is below the block's base fee ${baseFee}`, {
      value: maxFee,
      expected: baseFee,
    })
  }
  const blobGas = BigInt(request.blobVersionedHashes?.length ?? 0) * gasPerBlob
  const account = (await env.state.getAccount(from)) ?? new Account()
  const cost = gas * maxFee + blobGas * (request.maxFeePerBlobGas ?? 0n) + (request.value ?? 0n)
  if (account.balance < cost) {
    throw new InvalidTransaction(
      'INSUFFICIENT_FUNDS',
      `${from} has ${account.balance} wei, but the call may cost ${cost}`,
      {
        value: account.balance,
        expected: cost,
      },
    )
  }
  const gasPrice = baseFee + tip < maxFee ? baseFee + tip : maxFee
  const blobFee = request.maxFeePerBlobGas === undefined ? 0n : blobGas * (env.blobBaseFee ?? 0n)
  account.balance -= gas * gasPrice + blobFee
  account.nonce += 1n
  await env.evm.journal.putAccount(from, account)
  return gasPrice
}

type Terms = { from: Address; gas: bigint; gasPrice: bigint; intrinsic: bigint; floor: bigint }

async function execute(
  env: BlockEnvironment,
  request: CallRequest,
  { from, gas, gasPrice, intrinsic, floor }: Terms,
): Promise<SimulationResult> {
  const { evm, common } = env
  const delegationRefund = await setDelegations(env, request.authorizationList ?? [])
  const executionGas = gas - intrinsic
  // EIP-8037: gas above EIP-7825's cap is set aside for growth of the state.
  let gasLimit = executionGas
  if (common.isActivatedEIP(8037)) {
    const regular = common.param('maxTransactionGasLimit') - intrinsic
    if (regular < executionGas) gasLimit = regular > 0n ? regular : 0n
    evm.stateGasReservoir = executionGas - gasLimit
    evm.executionStateGasUsed = 0n
  }
  const reservoir = executionGas - gasLimit
  const { execResult, createdAddress } = await evm.runCall({
    block: env.block,
    caller: from,
    ...(request.to && { to: new Address(request.to) }),
    data: request.data ?? new Uint8Array(0),
    value: request.value ?? 0n,
    gasLimit,
    gasPrice,
    blobVersionedHashes: (request.blobVersionedHashes ?? []).map(toHex),
    skipNonceIncrement: true,
  })
  const failure = env.state.failure()
  if (failure !== undefined) throw failure

  const spent =
    intrinsic + execResult.executionGasUsed + (common.isActivatedEIP(8037) ? reservoir - evm.stateGasReservoir : 0n)
  const refund = delegationRefund + (execResult.gasRefund ?? 0n)
  const maxRefund = spent / common.param('maxRefundQuotient')
  const afterRefund = spent - (refund < maxRefund ? refund : maxRefund)
  const error = execResult.exceptionError?.error
  const result: SimulationResult = {
    returnData: execResult.returnValue,
    gasUsed: afterRefund > floor ? afterRefund : floor,
    gasUsedBeforeRefund: spent > floor ? spent : floor,
    logs:
      error === undefined ? (execResult.logs ?? []).map(([address, topics, data]) => ({ address, topics, data })) : [],
    accessList: accessedBy(env, [from, request.to && new Address(request.to), createdAddress]),
  }
  if (error !== undefined) result.error = error
  if (error === 'revert') result.revert = execResult.returnValue
  if (createdAddress !== undefined) result.contractAddress = createdAddress.bytes
  return result
}

function toHex(bytes: Uint8Array): PrefixedHexString {
  return `0x${Buffer.from(bytes).toString('hex')}`
}
