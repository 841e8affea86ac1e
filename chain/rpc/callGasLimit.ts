import type { CallRequest } from '../../execute/index.ts'
import type { Backend } from '../Backend.ts'
import { smaller } from '../compare.ts'
import { toHex } from '../hex.ts'
import { RpcError, rpcCodes } from './RpcError.ts'
import type { Simulation } from './simulate.ts'
import { stateAt } from './stateAt.ts'

/**
 * Gas that a call may have: what it asks for, the block's limit, the node's own, and what its sender can pay at the price
 * that it names.
 */
export function callGasLimit(
  backend: Backend,
  call: CallRequest,
  { at, stateOverrides, blockOverrides }: Simulation,
): bigint {
  const { block, state } = stateAt(backend, at)
  const blockLimit = blockOverrides?.gasLimit ?? block.block.header.gasLimit
  // The caller may override the block's limit, not the node's.
  const most = smaller(blockLimit, BigInt(backend.limits.callGas))
  const limit = smaller(call.gas ?? most, most)
  const price = call.gasPrice ?? call.maxFeePerGas ?? 0n
  if (price === 0n) return limit
  const from = call.from ?? new Uint8Array(20)
  const overridden = stateOverrides?.find(({ address }) => toHex(address) === toHex(from))?.account.balance
  const balance = overridden ?? state.getAccount(from)?.balance ?? 0n
  const value = call.value ?? 0n
  if (value > balance) {
    const message = `insufficient funds for gas * price + value: address ${toHex(from)} have ${balance} want ${value}`
    throw new RpcError(rpcCodes.invalidInput, message)
  }
  return smaller(limit, (balance - value) / price)
}
