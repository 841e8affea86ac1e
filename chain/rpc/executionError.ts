import type { InvalidTransaction, SimulationResult } from '../../execute/index.ts'
import { toHex } from '../hex.ts'
import { gethError } from '../tracing/gethError.ts'
import { RpcError, rpcCodes } from './RpcError.ts'

/** Why a simulated call failed, as geth says it: code 3 with the data for a revert, -32000 for any other reason. */
export function executionError({ error, revert }: Pick<SimulationResult, 'error' | 'revert'>): RpcError | undefined {
  if (revert !== undefined) {
    const reason = revertReason(revert)
    const message = reason === undefined ? 'execution reverted' : `execution reverted: ${reason}`
    return new RpcError(rpcCodes.executionReverted, message, { data: toHex(revert) })
  }
  return error === undefined ? undefined : new RpcError(rpcCodes.invalidInput, gethError(error))
}

/** Why a call could not even begin, in geth's words, by which clients recognise it. */
export function invalidCallError(error: InvalidTransaction): RpcError {
  const { code, message, value, expected } = error
  const words = beginnings[code]
  const text = words === undefined ? message : `${words}: have ${value}, want ${expected}`
  return new RpcError(rpcCodes.invalidInput, text, { cause: error })
}

const beginnings: Record<string, string> = {
  INSUFFICIENT_FUNDS: 'insufficient funds for gas * price + value',
  TIP_ABOVE_FEE_CAP: 'max priority fee per gas higher than max fee per gas',
  FEE_TOO_LOW: 'max fee per gas less than block base fee',
  INTRINSIC_GAS_TOO_LOW: 'intrinsic gas too low',
}

const errorSelector = '0x08c379a0'
const panicSelector = '0x4e487b71'

/** Solidity's panic codes in geth's words. */
const panics: Record<string, string> = {
  '0x0': 'generic panic',
  '0x1': 'assert(false)',
  '0x11': 'arithmetic underflow or overflow',
  '0x12': 'division or modulo by zero',
  '0x21': 'enum overflow',
  '0x22': 'invalid encoded storage byte array accessed',
  '0x31': 'out-of-bounds array access; popping on an empty array',
  '0x32': 'out-of-bounds access of an array or bytesN',
  '0x41': 'out of memory',
  '0x51': 'uninitialized function',
}

/** What `Error(string)` or `Panic(uint256)` says; undefined for anything else. */
export function revertReason(data: Uint8Array): string | undefined {
  const selector = toHex(data.subarray(0, 4))
  if (selector === panicSelector && data.length >= 36) {
    const code = `0x${wordAt(data, 4).toString(16)}`
    return panics[code] ?? `unknown panic code: ${code}`
  }
  if (selector !== errorSelector || data.length < 68) return undefined
  const length = wordAt(data, 36)
  if (wordAt(data, 4) !== 32n || length > BigInt(data.length - 68)) return undefined
  return Buffer.from(data.subarray(68, 68 + Number(length))).toString('utf8')
}

function wordAt(data: Uint8Array, offset: number): bigint {
  return BigInt(toHex(data.subarray(offset, offset + 32)))
}
