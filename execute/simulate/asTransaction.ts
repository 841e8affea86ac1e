import type { Common } from '@ethereumjs/common'
import { createTx, type TypedTransaction } from '@ethereumjs/tx'
import { Address } from '@ethereumjs/util'
import { quantityToBytes } from '../rlp/quantity.ts'
import type { CallRequest } from '../types/Simulation.ts'

/** What a transaction must have beyond what its request names. */
export type TransactionTerms = { from: Address; nonce: bigint; gas: bigint; maxFee: bigint; tip: bigint }

/**
 * The request as the transaction that a simulated block holds: unsigned (v, r and s are zero), with a sender all the same.
 * Its type follows from its fields; EIP-1559's is the default since London.
 */
export function asTransaction(common: Common, request: CallRequest, terms: TransactionTerms): TypedTransaction {
  const { from, nonce, gas, maxFee, tip } = terms
  const tx = createUnlimitedTransaction(common, request, { maxFee, tip })
  // EthereumJS limits gas and nonce on creation; a simulation may go beyond (EIP-7825, EIP-2681).
  return Object.assign(tx, { gasLimit: gas, nonce, v: 0n, r: 0n, s: 0n, getSenderAddress: () => from })
}

/** The request as a transaction, as far as its intrinsic gas depends on it. */
export function withoutFees(common: Common, { blobVersionedHashes: _, ...request }: CallRequest): TypedTransaction {
  return createUnlimitedTransaction(common, request, { maxFee: 0n, tip: 0n })
}

function createUnlimitedTransaction(
  common: Common,
  request: CallRequest,
  { maxFee, tip }: Pick<TransactionTerms, 'maxFee' | 'tip'>,
): TypedTransaction {
  const { to, data = new Uint8Array(0), value = 0n, maxFeePerBlobGas = 0n, blobVersionedHashes = [] } = request
  const accessList = (request.accessList ?? []).map(
    ({ address, storageKeys }) => [address, storageKeys] as [Uint8Array, Uint8Array[]],
  )
  const authorizationList = (request.authorizationList ?? []).map(({ address, ...numbers }) => [
    quantityToBytes(numbers.chainId),
    address,
    quantityToBytes(numbers.nonce),
    quantityToBytes(numbers.yParity),
    quantityToBytes(numbers.r),
    quantityToBytes(numbers.s),
  ])
  const body = { ...(to && { to: new Address(to) }), data, value, gasLimit: 0n }
  const fees = { maxFeePerGas: maxFee, maxPriorityFeePerGas: tip }
  const options = { common, freeze: false, allowUnlimitedInitCodeSize: true }
  if (authorizationList.length > 0) {
    return createTx({ ...body, ...fees, accessList, authorizationList: authorizationList as never, type: 4 }, options)
  }
  if (blobVersionedHashes.length > 0) {
    const blobs = { maxFeePerBlobGas, blobVersionedHashes: blobVersionedHashes as never }
    return createTx({ ...body, ...fees, ...blobs, accessList, type: 3 }, options)
  }
  if (request.gasPrice === undefined && common.isActivatedEIP(1559))
    return createTx({ ...body, ...fees, accessList, type: 2 }, options)
  if (accessList.length > 0) return createTx({ ...body, gasPrice: maxFee, accessList, type: 1 }, options)
  return createTx({ ...body, gasPrice: maxFee, type: 0 }, options)
}
