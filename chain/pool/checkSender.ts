import type { TypedTransaction } from '@ethereumjs/tx'
import { isDelegation, isImpersonated, type WorldState } from '../../execute/index.ts'
import { maxFeePerGasOf } from '../fees.ts'
import { fromHex } from '../hex.ts'
import { TransactionRejected } from './TransactionRejected.ts'

/** Blob gas of one blob (EIP-4844 `GAS_PER_BLOB`). */
const gasPerBlob = 131072n

export type NextBlockFees = { /** Wei per gas. */ baseFee: bigint /** Wei per blob gas. */; blobBaseFee: bigint }

/** The rules that need the sender's account or the next block's fees. Errors: TransactionRejected. */
export function checkSender(
  transaction: TypedTransaction,
  sender: string,
  state: WorldState,
  fees: NextBlockFees,
): void {
  const address = fromHex(sender)
  const account = state.getAccount(address)
  const nonce = account?.nonce ?? 0n
  if (transaction.nonce < nonce) {
    throw new TransactionRejected(
      'NONCE_TOO_LOW',
      `nonce too low: next nonce ${nonce}, tx nonce ${transaction.nonce}`,
      {
        value: transaction.nonce,
        expected: nonce,
      },
    )
  }
  const code = state.getCode(address)
  if (code.length > 0 && !isDelegation(code) && !isImpersonated(transaction)) {
    const message = `sender not an eoa: address ${sender}, codehash of ${code.length} bytes`
    throw new TransactionRejected('SENDER_NOT_EOA', message, {
      value: sender,
      expected: 'an account without code (EIP-3607)',
    })
  }
  const maxFee = maxFeePerGasOf(transaction)
  if (maxFee < fees.baseFee) {
    const message = `max fee per gas less than block base fee: address ${sender}, maxFeePerGas: ${maxFee}, baseFee: ${fees.baseFee}`
    throw new TransactionRejected('FEE_CAP_TOO_LOW', message, { value: maxFee, expected: fees.baseFee })
  }
  if ('maxFeePerBlobGas' in transaction && transaction.maxFeePerBlobGas < fees.blobBaseFee) {
    const message = `max fee per blob gas less than block blob gas fee: address ${sender} blobGasFeeCap: ${transaction.maxFeePerBlobGas}, blobBaseFee: ${fees.blobBaseFee}`
    throw new TransactionRejected('BLOB_FEE_CAP_TOO_LOW', message, {
      value: transaction.maxFeePerBlobGas,
      expected: fees.blobBaseFee,
    })
  }
  const balance = account?.balance ?? 0n
  const cost = maxCost(transaction)
  if (balance < cost) {
    const message = `insufficient funds for gas * price + value: balance ${balance}, tx cost ${cost}, overshot ${cost - balance}`
    throw new TransactionRejected('INSUFFICIENT_FUNDS', message, { value: balance, expected: cost })
  }
}

/** Most that the transaction can take from its sender, in wei. */
function maxCost(transaction: TypedTransaction): bigint {
  const gas = transaction.gasLimit * maxFeePerGasOf(transaction)
  if (!('maxFeePerBlobGas' in transaction)) return gas + transaction.value
  const blobGas = gasPerBlob * BigInt(transaction.blobVersionedHashes.length)
  return gas + transaction.value + blobGas * transaction.maxFeePerBlobGas
}
