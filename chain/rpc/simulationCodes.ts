import { InvalidTransaction } from '../../execute/index.ts'
import { RpcError, rpcCodes } from './RpcError.ts'

/** Error codes of `eth_simulateV1` in the execution-apis. */
export const simulationCodes = {
  nonceTooLow: -38010,
  nonceTooHigh: -38011,
  baseFeeTooLow: -38012,
  intrinsicGas: -38013,
  insufficientFunds: -38014,
  blockGasLimitReached: -38015,
  blockNumberInvalid: -38020,
  blockTimestampInvalid: -38021,
  clientLimitExceeded: -38026,
  /** Of a call that was included and failed, other than by REVERT. */
  vmError: -32015,
} as const

const codesOfTransactions: Record<string, number> = {
  NONCE_TOO_LOW: simulationCodes.nonceTooLow,
  NONCE_TOO_HIGH: simulationCodes.nonceTooHigh,
  FEE_TOO_LOW: simulationCodes.baseFeeTooLow,
  INTRINSIC_GAS_TOO_LOW: simulationCodes.intrinsicGas,
  INSUFFICIENT_FUNDS: simulationCodes.insufficientFunds,
  BLOCK_GAS_EXCEEDED: simulationCodes.blockGasLimitReached,
  TIP_ABOVE_FEE_CAP: rpcCodes.invalidParams,
}

/** Why a simulation stops: one of its calls cannot be in a block. Any other fault stays what it is. */
export function simulationError(error: unknown): unknown {
  if (!(error instanceof InvalidTransaction)) return error
  return new RpcError(codesOfTransactions[error.code] ?? rpcCodes.internalError, error.message, { cause: error })
}
