import type { TypedTransaction } from '@ethereumjs/tx'
import { type Address, bigIntMin } from '@ethereumjs/util'
import { InvalidTransaction } from '../errors.ts'
import type { BlockEnvironment } from './BlockEnvironment.ts'
import type { BlockOutput } from './BlockOutput.ts'
import { gasPerBlob, maxBlobGas } from './feeMarket.ts'

/** EIP-8037, of both dimensions together. */
const maxTotalGas = 2n ** 32n - 1n

/**
 * Whether the transaction can be included in the block at this point (execution-specs `check_transaction`).
 * Intrinsic gas and limits of the format are checked on decoding and when it runs.
 * @throws InvalidTransaction
 */
export async function checkTransaction(
  env: BlockEnvironment,
  output: BlockOutput,
  tx: TypedTransaction,
): Promise<Address> {
  const { header, state } = env
  if (tx.gasLimit > maxTotalGas && env.common.isActivatedEIP(8037)) {
    throw invalid('GAS_LIMIT_TOO_HIGH', `Gas limit ${tx.gasLimit} exceeds 2^32 - 1`, tx.gasLimit, maxTotalGas)
  }
  const gas = wantedGas(env, output, tx)
  if (gas.wanted > gas.available) {
    throw invalid(
      'BLOCK_GAS_EXCEEDED',
      `Gas limit ${gas.wanted} exceeds the ${gas.available} left in the block`,
      gas.wanted,
      gas.available,
    )
  }
  const sender = recoverSender(tx)
  const baseFee = header.baseFeePerGas ?? 0n
  const maxFee = 'maxFeePerGas' in tx ? tx.maxFeePerGas : tx.gasPrice
  if (maxFee < baseFee)
    throw invalid('FEE_TOO_LOW', `Fee per gas ${maxFee} is below the block's base fee ${baseFee}`, maxFee, baseFee)

  let maxCost = tx.gasLimit * maxFee + tx.value
  if (tx.type === 3) {
    const { blobVersionedHashes, maxFeePerBlobGas } = tx as TypedTransaction & {
      blobVersionedHashes: string[]
      maxFeePerBlobGas: bigint
    }
    const blobGas = BigInt(blobVersionedHashes.length) * gasPerBlob
    const blobGasAvailable = maxBlobGas(env.rules, header.timestamp, header.number) - output.blobGasUsed
    if (blobGas > blobGasAvailable) {
      throw invalid(
        'BLOCK_BLOB_GAS_EXCEEDED',
        `${blobVersionedHashes.length} blobs exceed the blob gas left in the block`,
        blobGas,
        blobGasAvailable,
      )
    }
    if (env.blobBaseFee === undefined || maxFeePerBlobGas < env.blobBaseFee) {
      throw invalid(
        'BLOB_FEE_TOO_LOW',
        `Fee per blob gas ${maxFeePerBlobGas} is below the block's ${env.blobBaseFee}`,
        maxFeePerBlobGas,
        env.blobBaseFee,
      )
    }
    maxCost += blobGas * maxFeePerBlobGas
  }

  const account = await state.getAccount(sender)
  const nonce = account?.nonce ?? 0n
  if (tx.nonce !== nonce) {
    const code = tx.nonce < nonce ? 'NONCE_TOO_LOW' : 'NONCE_TOO_HIGH'
    throw invalid(code, `Nonce ${tx.nonce} of ${sender} is not its next one, ${nonce}`, tx.nonce, nonce)
  }
  const balance = account?.balance ?? 0n
  if (balance < maxCost) {
    throw invalid(
      'INSUFFICIENT_FUNDS',
      `${sender} has ${balance} wei, but the transaction may cost ${maxCost}`,
      balance,
      maxCost,
    )
  }
  return sender
}

/** EIP-8037 counts gas in two dimensions, of which a transaction may use all for growing the state, and less for the rest. */
function wantedGas({ header, common }: BlockEnvironment, output: BlockOutput, { gasLimit }: TypedTransaction) {
  if (!common.isActivatedEIP(8037)) return { wanted: gasLimit, available: header.gasLimit - output.blockGasUsed }
  const regular = {
    wanted: bigIntMin(gasLimit, common.param('maxTransactionGasLimit')),
    available: header.gasLimit - output.regularGasUsed,
  }
  if (regular.wanted > regular.available) return regular
  return { wanted: gasLimit, available: header.gasLimit - output.stateGasUsed }
}

/** @throws InvalidTransaction INVALID_SIGNATURE */
function recoverSender(tx: TypedTransaction): Address {
  try {
    return tx.getSenderAddress()
  } catch (cause) {
    throw new InvalidTransaction('INVALID_SIGNATURE', 'No sender can be recovered from the signature', { cause })
  }
}

function invalid(code: string, message: string, value: unknown, expected: unknown): InvalidTransaction {
  return new InvalidTransaction(code, message, { value, expected })
}
