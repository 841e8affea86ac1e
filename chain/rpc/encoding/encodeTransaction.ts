import type { TypedTransaction } from '@ethereumjs/tx'
import type { Hex } from 'viem'
import type { SealedBlock } from '../../../execute/index.ts'
import { effectiveGasPrice, maxFeePerGasOf } from '../../fees.ts'
import { toHex, toQuantity } from '../../hex.ts'
import { senderOf } from '../../senderOf.ts'

export type RpcTransaction = Record<string, unknown>

/** A transaction as `eth_getTransactionBy*` gives it. Without `location` it is pending: the block's fields are null. */
export function encodeRpcTransaction(
  transaction: TypedTransaction,
  location?: { block: SealedBlock; index: number },
): RpcTransaction {
  const header = location?.block.block.header
  return {
    blockHash: location ? toHex(location.block.hash) : null,
    blockNumber: header ? toQuantity(header.number) : null,
    blockTimestamp: header ? toQuantity(header.timestamp) : null,
    transactionIndex: location ? toQuantity(location.index) : null,
    hash: toHex(transaction.hash()),
    type: toQuantity(transaction.type),
    from: senderOf(transaction),
    to: transaction.to ? toHex(transaction.to.bytes) : null,
    nonce: toQuantity(transaction.nonce),
    gas: toQuantity(transaction.gasLimit),
    value: toQuantity(transaction.value),
    input: toHex(transaction.data),
    gasPrice: toQuantity(
      header ? effectiveGasPrice(transaction, header.baseFeePerGas ?? 0n) : maxFeePerGasOf(transaction),
    ),
    ...typedFields(transaction),
    v: toQuantity(transaction.v ?? 0n),
    r: toQuantity(transaction.r ?? 0n),
    s: toQuantity(transaction.s ?? 0n),
    ...(transaction.type !== 0 && { yParity: toQuantity(transaction.v ?? 0n) }),
  }
}

function typedFields(transaction: TypedTransaction): RpcTransaction {
  const fields: RpcTransaction = {}
  if (transaction.type === 0) {
    // EIP-155: v = chainId * 2 + 35 + parity; 27 and 28 bind no chain.
    const v = transaction.v ?? 0n
    if (v >= 35n) fields.chainId = toQuantity((v - 35n) / 2n)
  } else fields.chainId = toQuantity((transaction as { chainId: bigint }).chainId)
  if ('accessList' in transaction) {
    fields.accessList = transaction.accessList.map(([address, keys]) => ({
      address: toHex(address),
      storageKeys: keys.map(toHex),
    }))
  }
  if ('maxFeePerGas' in transaction) {
    fields.maxFeePerGas = toQuantity(transaction.maxFeePerGas)
    fields.maxPriorityFeePerGas = toQuantity(transaction.maxPriorityFeePerGas)
  }
  if ('blobVersionedHashes' in transaction) {
    fields.maxFeePerBlobGas = toQuantity(transaction.maxFeePerBlobGas)
    fields.blobVersionedHashes = transaction.blobVersionedHashes
  }
  if ('authorizationList' in transaction) {
    fields.authorizationList = transaction.authorizationList.map(([chainId, address, nonce, yParity, r, s]) => ({
      chainId: integerQuantity(chainId),
      address: toHex(address),
      nonce: integerQuantity(nonce),
      yParity: integerQuantity(yParity),
      r: integerQuantity(r),
      s: integerQuantity(s),
    }))
  }
  return fields
}

/** An RLP integer (minimal big endian, empty for zero) as QUANTITY. */
function integerQuantity(bytes: Uint8Array): Hex {
  return bytes.length === 0 ? '0x0' : toQuantity(BigInt(toHex(bytes)))
}
