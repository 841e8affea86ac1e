import type { BlockOverrides, CallRequest, StateOverrides } from '../../execute/index.ts'
import { fromHex, toHex } from '../hex.ts'
import {
  address,
  bytes,
  hash,
  list,
  Mismatch,
  object,
  optional,
  type Parser,
  quantity,
  recordOf,
  slot,
} from './parameters.ts'

export const addressBytes: Parser<Uint8Array> = (value) => fromHex(address(value))
export const hashBytes: Parser<Uint8Array> = (value) => fromHex(hash(value))

const fields = object({
  from: optional(addressBytes),
  to: optional(addressBytes),
  data: optional(bytes),
  input: optional(bytes),
  value: optional(quantity),
  gas: optional(quantity),
  gasPrice: optional(quantity),
  maxFeePerGas: optional(quantity),
  maxPriorityFeePerGas: optional(quantity),
  maxFeePerBlobGas: optional(quantity),
  nonce: optional(quantity),
  accessList: optional(list(object({ address: addressBytes, storageKeys: list(hashBytes) }))),
  authorizationList: optional(
    list(
      object({
        chainId: quantity,
        address: addressBytes,
        nonce: quantity,
        yParity: optional(quantity, 0n),
        r: quantity,
        s: quantity,
      }),
    ),
  ),
  blobVersionedHashes: optional(list(hashBytes)),
})

/** The transaction object of `eth_call` and its kin. `data` and `input` are the same field under two names. */
export const callRequest: Parser<CallRequest> = (value) => {
  const { input, data, ...call } = fields(value)
  if (input && data && toHex(input) !== toHex(data)) {
    throw new Mismatch('"data" and "input" to be equal when both are set', { data: toHex(data), input: toHex(input) })
  }
  if (call.gasPrice !== undefined && (call.maxFeePerGas !== undefined || call.maxPriorityFeePerGas !== undefined)) {
    throw new Mismatch('either gasPrice or maxFeePerGas and maxPriorityFeePerGas', value)
  }
  const bytes = input ?? data
  return bytes === undefined ? call : { data: bytes, ...call }
}

const words = recordOf(slot, hashBytes)

/** State overrides in geth's shape: an object of accounts by address. */
export const stateOverrides: Parser<StateOverrides> = (value) => {
  const accounts = recordOf(
    addressBytes,
    object({
      balance: optional(quantity),
      nonce: optional(quantity),
      code: optional(bytes),
      state: optional(words),
      stateDiff: optional(words),
      movePrecompileToAddress: optional(addressBytes),
    }),
  )(value)
  return accounts.map(([at, { movePrecompileToAddress: movePrecompileTo, ...account }]) => {
    if (account.state && account.stateDiff) throw new Mismatch(`either state or stateDiff for ${toHex(at)}`, value)
    return { address: at, account: movePrecompileTo === undefined ? account : { movePrecompileTo, ...account } }
  })
}

const blockFields = object({
  number: optional(quantity),
  time: optional(quantity),
  timestamp: optional(quantity),
  gasLimit: optional(quantity),
  feeRecipient: optional(addressBytes),
  coinbase: optional(addressBytes),
  prevRandao: optional(hashBytes),
  baseFeePerGas: optional(quantity),
  baseFee: optional(quantity),
  blobBaseFee: optional(quantity),
})

/** Block overrides under the names of the execution-apis, and under geth's older ones. */
export const blockOverrides: Parser<BlockOverrides> = (value) => {
  const { time, feeRecipient, baseFee, ...overrides } = blockFields(value)
  if (time !== undefined) overrides.timestamp = time
  if (feeRecipient !== undefined) overrides.coinbase = feeRecipient
  if (baseFee !== undefined) overrides.baseFeePerGas ??= baseFee
  return overrides
}
