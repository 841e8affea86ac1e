import type { TypedTransaction } from '@ethereumjs/tx'
import { bigIntMax, bigIntMin, eoaCode7702RecoverAuthority } from '@ethereumjs/util'
import type { Hex } from 'viem'
import { type SpecBlock, SpecFrame, type SpecLog, type SpecTransaction } from './SpecFrame.ts'
import { type SpecBlockState, SpecState } from './SpecState.ts'
import { accessPrice, createAddress, delegationOf, isDeployable } from './specCalls.ts'
import { CannotBeIncluded, ExceptionalHalt } from './specErrors.ts'
import { maxExecutionGas, maxTotalGas, prices, SpecMeter, statePrices, wordsOf } from './specGas.ts'
import { maxInitCodeSize, processCall, processCreate } from './specRun.ts'
import { bytesOf, hexOf, numberOf } from './values.ts'

/** What the transactions of a block have used so far (`BlockOutput`). */
export type SpecUsage = { executionGas: bigint; stateGas: bigint; cumulativeGas: bigint }

export type SpecReceipt = { status: boolean; gasUsed: bigint; cumulativeGasUsed: bigint; logs: SpecLog[] }

/** `process_transaction`. The transaction's signature and format are in order. */
export async function processTransaction(
  block: SpecBlock,
  blockState: SpecBlockState,
  usage: SpecUsage,
  tx: TypedTransaction,
): Promise<SpecReceipt> {
  const sender = tx.getSenderAddress().toString()
  const state = new SpecState(blockState)
  const { intrinsic, floor, gasPrice } = check(block, state, usage, tx, sender)
  const to = tx.to === undefined ? createAddress(sender, tx.nonce) : hexOf(tx.to.bytes)

  const { balance } = state.account(sender)
  state.incrementNonce(sender)
  state.change(sender, { balance: balance - tx.gasLimit * gasPrice })

  const gas = tx.gasLimit - intrinsic
  const granted = bigIntMin(gas, maxExecutionGas - intrinsic)
  const meter = new SpecMeter(granted, gas - granted)
  const context = { origin: sender, gasPrice, blobHashes: [], state }
  const frame = await processTopLevel(block, context, { tx, to, meter, reservoir: gas - granted })

  const before = tx.gasLimit - meter.gas - meter.reservoir
  const refund = bigIntMin(meter.refund, before / 5n)
  const gasUsed = bigIntMax(before - refund, floor)
  const stateGas = bigIntMax(meter.stateGasUsed(gas - granted), 0n)
  const executionGas = bigIntMax(before - stateGas, floor)
  state.add(sender, (tx.gasLimit - gasUsed) * gasPrice)
  state.add(block.coinbase, gasUsed * (gasPrice - block.baseFee))
  usage.executionGas += executionGas
  usage.stateGas += stateGas
  usage.cumulativeGas += gasUsed
  const succeeded = frame !== undefined && frame.error === undefined
  for (const address of succeeded ? frame.toDelete : []) {
    state.destroyStorage(address)
    state.change(address, { nonce: 0n, code: '0x' })
  }
  blockState.incorporate(state)
  return { status: succeeded, gasUsed, cumulativeGasUsed: usage.cumulativeGas, logs: succeeded ? frame.logs : [] }
}

/** `check_transaction`. */
function check(block: SpecBlock, state: SpecState, usage: SpecUsage, tx: TypedTransaction, sender: Hex) {
  const refuseIf = (condition: boolean, why: string) => {
    if (condition) throw new CannotBeIncluded(why)
  }
  const { intrinsic, floor } = intrinsicGas(tx, sender)
  refuseIf(tx.to === undefined && tx.data.length > maxInitCodeSize, 'init code too large')
  refuseIf(tx.gasLimit > maxTotalGas, 'total gas')
  for (const needed of [intrinsic, floor]) refuseIf(needed > tx.gasLimit || needed > maxExecutionGas, 'intrinsic gas')
  refuseIf(bigIntMin(tx.gasLimit, maxExecutionGas) > block.gasLimit - usage.executionGas, 'execution gas of the block')
  refuseIf(tx.gasLimit > block.gasLimit - usage.stateGas, 'state gas of the block')
  const maxFee = 'maxFeePerGas' in tx ? tx.maxFeePerGas : tx.gasPrice
  const tip = 'maxPriorityFeePerGas' in tx ? tx.maxPriorityFeePerGas : maxFee
  refuseIf(maxFee < block.baseFee, 'fee')
  const { nonce, balance } = state.account(sender)
  refuseIf(nonce !== tx.nonce, 'nonce')
  refuseIf(balance < tx.gasLimit * maxFee + tx.value, 'balance')
  const code = state.code(sender)
  refuseIf(code !== '0x' && delegationOf(code) === undefined, 'sender')
  const gasPrice = block.baseFee + bigIntMin(tip, maxFee - block.baseFee)
  return { intrinsic, floor, gasPrice }
}

/** `calculate_intrinsic_cost`. */
function intrinsicGas(tx: TypedTransaction, sender: Hex): { intrinsic: bigint; floor: bigint } {
  const isSelf = tx.to !== undefined && hexOf(tx.to.bytes) === sender
  const size = BigInt(tx.data.length)
  const zeros = BigInt(tx.data.filter((byte) => byte === 0).length)
  let base: bigint = prices.txBase
  if (tx.to === undefined) base += prices.createAccess
  else if (!isSelf) base += prices.coldAccount + (tx.value > 0n ? prices.txValue : 0n)
  let list = 0n
  let tokens = 0n
  for (const [, slots] of 'accessList' in tx ? tx.accessList : []) {
    list += prices.accessListAddress + prices.accessListSlot * BigInt(slots.length)
    tokens += 80n + 128n * BigInt(slots.length)
  }
  const authorizations = 'authorizationList' in tx ? BigInt(tx.authorizationList.length) : 0n
  const listFloor = tokens * prices.floorToken
  const init = tx.to === undefined ? 2n * wordsOf(size) : 0n
  const data = 4n * (zeros + 4n * (size - zeros))
  return {
    intrinsic: base + init + data + list + listFloor + authorizations * prices.authorization,
    floor: base + 4n * size * prices.floorToken + listFloor,
  }
}

type TopLevel = { tx: TypedTransaction; to: Hex; meter: SpecMeter; reservoir: bigint }

/** `process_top_level`; undefined if the transaction halts before its first frame. */
async function processTopLevel(
  block: SpecBlock,
  context: SpecTransaction,
  { tx, to, meter, reservoir }: TopLevel,
): Promise<SpecFrame | undefined> {
  const undo = context.state.snapshot()
  let frame: SpecFrame
  try {
    frame = prepare(block, context, { tx, to, meter, reservoir })
  } catch (error) {
    if (!(error instanceof ExceptionalHalt)) throw error
    undo()
    meter.rollBackToEntry(reservoir)
    meter.forfeit()
    return undefined
  }
  return tx.to === undefined ? processCreate(frame) : processCall(frame)
}

/** `create_evm`: authorizations, what is warm, and what depends on the state before code runs. */
function prepare(block: SpecBlock, context: SpecTransaction, { tx, to, meter }: TopLevel): SpecFrame {
  const { state, origin } = context
  const warm = new Set<Hex>()
  if ('authorizationList' in tx) {
    setDelegations(block, context, tx, meter, warm)
    meter.commitState()
  }
  for (const address of [block.coinbase, ...block.precompiles, origin, to]) warm.add(address)
  const warmSlots = new Set<string>()
  for (const [bytes, slots] of 'accessList' in tx ? tx.accessList : []) {
    warm.add(hexOf(bytes))
    for (const slot of slots) warmSlots.add(`${hexOf(bytes)}:${numberOf(slot)}`)
  }
  const call = {
    ...{ depth: 0, caller: origin, target: to, value: tx.value, transfers: true, isStatic: false },
    ...{ meter, warm, warmSlots },
  }
  if (tx.to === undefined) {
    if (!isDeployable(state, to)) throw new ExceptionalHalt('address collision')
    const { nonce, balance, code } = state.original(to)
    if (nonce === 0n && balance === 0n && code === '0x') meter.chargeState(statePrices.newAccount)
    const rest = { code: tx.data, data: new Uint8Array(0), codeAddress: undefined, disablePrecompiles: false }
    return new SpecFrame(block, context, { ...call, ...rest })
  }
  if (tx.value > 0n && !state.isAlive(to)) meter.chargeState(statePrices.newAccount)
  const delegate = delegationOf(state.code(to))
  if (delegate !== undefined) {
    meter.charge(accessPrice(warm, delegate))
    warm.add(delegate)
  }
  const codeAddress = delegate ?? to
  return new SpecFrame(block, context, {
    ...call,
    ...{ code: bytesOf(state.code(codeAddress)), data: tx.data, codeAddress },
    disablePrecompiles: delegate !== undefined,
  })
}

/** `set_delegation` (EIP-7702, EIP-2780). */
function setDelegations(
  block: SpecBlock,
  { state, origin }: SpecTransaction,
  tx: TypedTransaction & { authorizationList: Uint8Array[][] },
  meter: SpecMeter,
  warm: Set<Hex>,
): void {
  const paid = new Set([origin])
  if (tx.value > 0n) paid.add(hexOf(tx.to!.bytes))
  const charged = new Set<Hex>()
  for (const item of tx.authorizationList) {
    const [chainId, target, nonce] = item as [Uint8Array, Uint8Array, Uint8Array]
    if (numberOf(chainId) !== 0n && numberOf(chainId) !== block.chainId) continue
    if (numberOf(nonce) >= 2n ** 64n - 1n) continue
    const authority = eoaCode7702RecoverAuthority(item as never).toString()
    warm.add(authority)
    const account = state.account(authority)
    const code = state.code(authority)
    if (code !== '0x' && delegationOf(code) === undefined) continue
    if (account.nonce !== numberOf(nonce)) continue
    if (!state.isAlive(authority)) meter.chargeState(statePrices.newAccount)
    if (!paid.has(authority)) meter.charge(prices.accountWrite)
    paid.add(authority)
    const wasDelegated = delegationOf(state.originalCode(authority)) !== undefined
    const clears = numberOf(target) === 0n
    if (!clears) {
      if (!wasDelegated && !charged.has(authority)) meter.chargeState(statePrices.delegation)
      charged.add(authority)
    }
    state.setCode(authority, clears ? '0x' : `0xef0100${hexOf(target).slice(2)}`)
    state.incrementNonce(authority)
  }
}
