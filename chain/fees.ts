import type { TypedTransaction } from '@ethereumjs/tx'
import { smaller } from './compare.ts'

/** Most that the sender pays per gas, in wei (EIP-1559; `gasPrice` for older types). */
export function maxFeePerGasOf(transaction: TypedTransaction): bigint {
  return 'maxFeePerGas' in transaction ? transaction.maxFeePerGas : transaction.gasPrice
}

/** Most that goes to the block's producer per gas, in wei. */
export function maxPriorityFeePerGasOf(transaction: TypedTransaction): bigint {
  return 'maxFeePerGas' in transaction ? transaction.maxPriorityFeePerGas : transaction.gasPrice
}

/** What the producer gets per gas at this base fee; negative when the transaction cannot pay the base fee. */
export function effectiveTip(transaction: TypedTransaction, baseFee: bigint): bigint {
  return smaller(maxPriorityFeePerGasOf(transaction), maxFeePerGasOf(transaction) - baseFee)
}

/** What the sender pays per gas at this base fee (EIP-1559 `effective_gas_price`). */
export function effectiveGasPrice(transaction: TypedTransaction, baseFee: bigint): bigint {
  return baseFee + effectiveTip(transaction, baseFee)
}
