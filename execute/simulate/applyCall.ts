import type { Common } from '@ethereumjs/common'
import { getCalldataFloorGas } from '@ethereumjs/tx'
import { Address, bigIntMax, bigIntMin, type PrefixedHexString } from '@ethereumjs/util'
import { InvalidTransaction } from '../errors.ts'
import { isAmsterdam } from '../evm/prices.ts'
import { executeCall } from '../transition/amsterdam/executeCall.ts'
import type { BlockEnvironment } from '../transition/BlockEnvironment.ts'
import { gasPerBlob } from '../transition/feeMarket.ts'
import { type IntrinsicCost, knowsCostOf, plainIntrinsicCost } from '../transition/intrinsicCost.ts'
import { setDelegations } from '../transition/setDelegations.ts'
import type { CallRequest } from '../types/Simulation.ts'
import { warmUp } from './accessList.ts'
import { withoutFees } from './asTransaction.ts'

const nothing = new Uint8Array(0)

export type ApplyCallOptions = {
  gas: bigint
  /** The precompiles before any was moved: a transaction starts with all of them warm (EIP-2929). */
  precompiles: Iterable<string>
  /** A request that names no fee is charged none, whatever the block asks for. @default false */
  mustPay?: boolean
}

export type AppliedCall = {
  execResult: Awaited<ReturnType<BlockEnvironment['evm']['runCall']>>['execResult']
  createdAddress: Address | undefined
  /** Wei per gas that the sender has paid for all of the gas. */
  gasPrice: bigint
  /** After refunds, as a receipt would say. */
  gasUsed: bigint
  /** Before refunds: what the gas limit must cover, at the least. */
  gasUsedBeforeRefund: bigint
}

/** Who calls: the zero address, if the request names nobody. */
export function senderOf(request: CallRequest): Address {
  return new Address(request.from ?? new Uint8Array(20))
}

/** Most that the request pays per gas, and how much of it goes to the block's producer. */
export function feesOf(request: CallRequest, { header }: BlockEnvironment): { maxFee: bigint; tip: bigint } {
  const tip = request.maxPriorityFeePerGas ?? request.gasPrice ?? 0n
  const maxFee = request.gasPrice ?? request.maxFeePerGas ?? (tip > 0n ? (header.baseFeePerGas ?? 0n) + tip : 0n)
  return { maxFee, tip }
}

export function namesFee({ gasPrice = 0n, maxFeePerGas = 0n, maxPriorityFeePerGas = 0n }: CallRequest): boolean {
  return gasPrice > 0n || maxFeePerGas > 0n || maxPriorityFeePerGas > 0n
}

/**
 * Runs a request like a transaction that anybody may send at any nonce: takes all of its gas from the sender and
 * executes it. What is left of the gas is not given back, nor does the block's producer get anything.
 * @throws InvalidTransaction TIP_ABOVE_FEE_CAP, FEE_TOO_LOW, INSUFFICIENT_FUNDS or INTRINSIC_GAS_TOO_LOW; MissingData
 */
export async function applyCall(
  env: BlockEnvironment,
  request: CallRequest,
  { gas, precompiles, mustPay = false }: ApplyCallOptions,
): Promise<AppliedCall> {
  const { common } = env
  const from = senderOf(request)
  const gasPrice = payUpFront(env, request, from, gas, mustPay)
  const { intrinsic, floor } = intrinsicGas(env, request, gas)
  warmUp(env, request, from, precompiles)
  const { execResult, createdAddress, gasUsed, delegationRefund } = await execute(env, request, {
    ...{ from, gas: gas - intrinsic, intrinsic, gasPrice },
  })
  const failure = env.state.failure()
  if (failure !== undefined) throw failure

  const spent = intrinsic + gasUsed
  const refund = delegationRefund + (execResult.gasRefund ?? 0n)
  return {
    execResult,
    createdAddress,
    gasPrice,
    gasUsed: bigIntMax(spent - bigIntMin(refund, spent / common.param('maxRefundQuotient')), floor),
    gasUsedBeforeRefund: bigIntMax(spent, floor),
  }
}

type Executed = Pick<AppliedCall, 'execResult' | 'createdAddress'> & { gasUsed: bigint; delegationRefund: bigint }

async function execute(
  env: BlockEnvironment,
  request: CallRequest,
  { from, gas, intrinsic, gasPrice }: { from: Address; gas: bigint; intrinsic: bigint; gasPrice: bigint },
): Promise<Executed> {
  const { to, data = nothing, value = 0n, authorizationList, blobVersionedHashes } = request
  const call = { caller: from, ...(to && { to: new Address(to) }), data, value, gasPrice }
  const hashes = blobVersionedHashes && { blobVersionedHashes: blobVersionedHashes.map(toHex) }
  if (isAmsterdam(env.common)) {
    // EIP-8037: gas above EIP-7825's cap is set aside for growth of the state.
    const regular = bigIntMin(gas, bigIntMax(env.common.param('maxTransactionGasLimit') - intrinsic, 0n))
    const { execResult, createdAddress, gasUsed } = await executeCall(env, {
      ...{ ...call, gas: regular, reservoir: gas - regular, authorizations: authorizationList ?? [] },
      ...{ blobVersionedHashes: [], ...hashes },
    })
    return { execResult, createdAddress, gasUsed, delegationRefund: 0n }
  }
  const delegationRefund = authorizationList ? await setDelegations(env, authorizationList) : 0n
  const { block } = env
  const { execResult, createdAddress } = await env.evm.runCall({
    ...{ ...call, ...hashes, block, gasLimit: gas, skipNonceIncrement: true },
  })
  return { execResult, createdAddress, gasUsed: execResult.executionGasUsed, delegationRefund }
}

/** Takes fees and the nonce from the sender, and answers the effective gas price. */
function payUpFront(env: BlockEnvironment, request: CallRequest, from: Address, gas: bigint, mustPay: boolean): bigint {
  const baseFee = env.header.baseFeePerGas ?? 0n
  const { maxFee, tip } = feesOf(request, env)
  const isFree = !mustPay && !namesFee(request)
  if (tip > maxFee) {
    throw new InvalidTransaction('TIP_ABOVE_FEE_CAP', `Tip ${tip} is above the fee per gas ${maxFee}`, {
      value: tip,
      expected: maxFee,
    })
  }
  if (maxFee < baseFee && !isFree) {
    throw new InvalidTransaction('FEE_TOO_LOW', `Fee per gas ${maxFee} is below the block's base fee ${baseFee}`, {
      value: maxFee,
      expected: baseFee,
    })
  }
  const blobGas = BigInt(request.blobVersionedHashes?.length ?? 0) * gasPerBlob
  const { state } = env
  const account = state.openAccount(from.bytes)
  const { balance, nonce } = account.current ?? { balance: 0n, nonce: 0n }
  const cost = gas * maxFee + blobGas * (request.maxFeePerBlobGas ?? 0n) + (request.value ?? 0n)
  if (balance < cost) {
    throw new InvalidTransaction('INSUFFICIENT_FUNDS', `${from} has ${balance} wei, but the call may cost ${cost}`, {
      value: balance,
      expected: cost,
    })
  }
  const gasPrice = isFree ? 0n : bigIntMin(baseFee + tip, maxFee)
  const blobFee = mustPay || request.maxFeePerBlobGas ? blobGas * (env.blobBaseFee ?? 0n) : 0n
  const paid = gas * gasPrice + blobFee
  if (paid !== 0n) state.setBalance(account, balance - paid)
  // Only a simulation without checks can be at EIP-2681's last nonce; it starts over, as go-ethereum's does.
  state.setNonce(account, BigInt.asUintN(64, nonce + 1n))
  if (env.common.isActivatedEIP(7928)) {
    const accessList = env.evm.blockLevelAccessList!
    accessList.addBalanceChange(from.toString(), balance - paid, accessList.blockAccessIndex, balance)
    accessList.addNonceChange(from.toString(), account.current!.nonce, accessList.blockAccessIndex)
  }
  return gasPrice
}

/** What the request costs as a transaction. @throws InvalidTransaction INTRINSIC_GAS_TOO_LOW */
function intrinsicGas({ common }: BlockEnvironment, request: CallRequest, gas: bigint): IntrinsicCost {
  const { intrinsic, floor } = intrinsicCost(common, request)
  const needed = bigIntMax(intrinsic, floor)
  if (gas < needed) {
    throw new InvalidTransaction(
      'INTRINSIC_GAS_TOO_LOW',
      `Gas ${gas} is below the ${needed} that the transaction takes in any case`,
      { value: gas, expected: needed },
    )
  }
  return { intrinsic, floor }
}

function intrinsicCost(common: Common, request: CallRequest): IntrinsicCost {
  const { to, data = nothing, accessList, authorizationList } = request
  if (!accessList?.length && !authorizationList?.length && knowsCostOf(common))
    return plainIntrinsicCost(common, data, to === undefined)
  const tx = withoutFees(common, request)
  return { intrinsic: tx.getIntrinsicGas(), floor: getCalldataFloorGas(tx, senderOf(request)) }
}

function toHex(bytes: Uint8Array): PrefixedHexString {
  return `0x${Buffer.from(bytes).toString('hex')}`
}
