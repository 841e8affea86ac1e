import type { CallRequest } from '../../execute/index.ts'
import type { Backend } from '../Backend.ts'
import { smaller } from '../compare.ts'
import { toHex } from '../hex.ts'
import { RpcError, rpcCodes } from './RpcError.ts'
import type { Simulation } from './simulate.ts'
import { stateAt } from './stateAt.ts'

/** What every transaction costs. */
const leastGas = 21_000n

/**
 * Gas that a call may have: what it asks for, or what its sender can pay at the price that it names; at most the node's
 * limit. As with go-ethereum the block's does not count: one call may read more than a transaction can.
 */
export function callGasLimit(backend: Backend, call: CallRequest, simulation: Simulation): bigint {
  const most = BigInt(backend.limits.callGas)
  return call.gas === undefined ? affordableGas(backend, call, simulation, most) : smaller(call.gas, most)
}

/**
 * How much of `limit` the call's sender can pay at the price that it names, beside the value.
 * Errors: -32000 for a sender who can pay no transaction at all.
 */
export function affordableGas(
  backend: Backend,
  call: CallRequest,
  { at, stateOverrides }: Simulation,
  limit: bigint,
): bigint {
  const price = call.gasPrice ?? call.maxFeePerGas ?? 0n
  if (price === 0n) return limit
  const from = call.from ?? new Uint8Array(20)
  const overridden = stateOverrides?.find(({ address }) => toHex(address) === toHex(from))?.account.balance
  const balance = overridden ?? stateAt(backend, at).state.getAccount(from)?.balance ?? 0n
  const value = call.value ?? 0n
  const needed = value + smaller(limit, leastGas) * price
  if (balance >= needed) return smaller(limit, (balance - value) / price)
  const message = `insufficient funds for gas * price + value: address ${toHex(from)} have ${balance} want ${needed}`
  throw new RpcError(rpcCodes.invalidInput, message)
}
