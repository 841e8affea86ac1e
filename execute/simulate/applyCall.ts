import { getCalldataFloorGas } from '@ethereumjs/tx'
import { Account, Address, bigIntMax, bigIntMin, type PrefixedHexString } from '@ethereumjs/util'
import { InvalidTransaction } from '../errors.ts'
import { beginStateGas } from '../evm/amsterdam/stateGas.ts'
import type { BlockEnvironment } from '../transition/BlockEnvironment.ts'
import { gasPerBlob } from '../transition/feeMarket.ts'
import { setDelegations } from '../transition/setDelegations.ts'
import type { CallRequest } from '../types/Simulation.ts'
import { warmUp } from './accessList.ts'
import { withoutFees } from './asTransaction.ts'

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
  const { evm, common } = env
  const from = senderOf(request)
  const gasPrice = await payUpFront(env, request, gas, mustPay)
  const { intrinsic, floor } = intrinsicGas(env, request, gas)
  warmUp(env, request, from, precompiles)
  const delegationRefund = await setDelegations(env, request.authorizationList ?? [])
  const executionGas = gas - intrinsic
  // EIP-8037: gas above EIP-7825's cap is set aside for growth of the state.
  let gasLimit = executionGas
  if (common.isActivatedEIP(8037)) {
    const regular = common.param('maxTransactionGasLimit') - intrinsic
    if (regular < executionGas) gasLimit = regular > 0n ? regular : 0n
    beginStateGas(evm, executionGas - gasLimit)
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
  return {
    execResult,
    createdAddress,
    gasPrice,
    gasUsed: bigIntMax(spent - bigIntMin(refund, spent / common.param('maxRefundQuotient')), floor),
    gasUsedBeforeRefund: bigIntMax(spent, floor),
  }
}

/** Takes fees and the nonce from the sender, and answers the effective gas price. */
async function payUpFront(env: BlockEnvironment, request: CallRequest, gas: bigint, mustPay: boolean): Promise<bigint> {
  const from = senderOf(request)
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
  const gasPrice = isFree ? 0n : bigIntMin(baseFee + tip, maxFee)
  const blobFee = mustPay || request.maxFeePerBlobGas ? blobGas * (env.blobBaseFee ?? 0n) : 0n
  const before = account.balance
  account.balance -= gas * gasPrice + blobFee
  // Only a simulation without checks can be at EIP-2681's last nonce; it starts over, as go-ethereum's does.
  account.nonce = BigInt.asUintN(64, account.nonce + 1n)
  await env.evm.journal.putAccount(from, account)
  if (env.common.isActivatedEIP(7928)) {
    const accessList = env.evm.blockLevelAccessList!
    accessList.addBalanceChange(from.toString(), account.balance, accessList.blockAccessIndex, before)
    accessList.addNonceChange(from.toString(), account.nonce, accessList.blockAccessIndex)
  }
  return gasPrice
}

/** What the transaction costs before a single instruction runs, and the least it costs (EIP-7623). */
function intrinsicGas(
  { common }: BlockEnvironment,
  request: CallRequest,
  gas: bigint,
): { intrinsic: bigint; floor: bigint } {
  const tx = withoutFees(common, request)
  const intrinsic = tx.getIntrinsicGas()
  const floor = getCalldataFloorGas(tx, senderOf(request))
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

function toHex(bytes: Uint8Array): PrefixedHexString {
  return `0x${Buffer.from(bytes).toString('hex')}`
}
