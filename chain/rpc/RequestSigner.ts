import type { TypedTransaction } from '@ethereumjs/tx'
import { type Hex, serializeTransaction, type TransactionSerializable } from 'viem'
import { type CallRequest, decodeTransaction, impersonate } from '../../execute/index.ts'
import type { Backend } from '../Backend.ts'
import { fromHex, toHex, toWord } from '../hex.ts'
import type { Keyring } from '../Keyring.ts'
import { callRequest } from './callRequest.ts'
import { estimateGas } from './estimateGas.ts'
import { suggestedTip } from './methods/eth/feeMethods.ts'
import { readParameters } from './parameters.ts'
import { RpcError, rpcCodes } from './RpcError.ts'

/** Makes transactions of requests (`eth_sendTransaction`), with what the requests leave open filled in. */
export type RequestSigner = {
  /** Signed with a key that the node holds, as raw bytes. Errors: -32000 unknown account. */
  sign(request: unknown): Promise<Hex>
  /** Signed, or without a signature if the sender is impersonated. Errors: -32000 unknown account. */
  transaction(request: unknown): Promise<TypedTransaction>
  /** For whatever sender, without a signature. */
  unsigned(request: unknown): Promise<TypedTransaction>
}

export function createRequestSigner(backend: Backend, keyring: Keyring): RequestSigner {
  const { rules, producer, pool, impersonation } = backend
  const decode = (raw: Hex) => decodeTransaction(fromHex(raw), rules, { timestamp: producer.nextTimestamp() })

  function read(value: unknown): { request: CallRequest; from: Hex } {
    const { transaction: request } = readParameters([value], { transaction: callRequest })
    if (request.from) return { request, from: toHex(request.from) }
    throw new RpcError(rpcCodes.invalidParams, 'invalid argument 0 (transaction): .from: expected the sender')
  }

  async function complete(request: CallRequest, from: Hex): Promise<TransactionSerializable> {
    const gas = request.gas ?? (await estimateGas(backend, request, { at: 'latest' }))
    const nonce = request.nonce ?? pool.nextNonce(from)
    return { ...fieldsOf(request, backend), gas, nonce: Number(nonce) } as TransactionSerializable
  }

  async function sign(value: unknown): Promise<Hex> {
    const { request, from } = read(value)
    const signer = await keyring.find(from)
    if (signer) return signer.signTransaction(await complete(request, from))
    throw new RpcError(
      rpcCodes.invalidInput,
      `unknown account: the node holds no key for ${from}; sign the transaction yourself and send it raw`,
    )
  }

  async function unsigned(value: unknown): Promise<TypedTransaction> {
    const { request, from } = read(value)
    // In place of a signature: valid in form, the same for nobody else, so that hashes differ between senders.
    const signature = { r: from, s: '0x1', yParity: 0, v: 27n } as const
    const raw = serializeTransaction(await complete(request, from), signature)
    return impersonate(decode(raw), fromHex(from))
  }

  return {
    sign,
    unsigned,
    async transaction(value) {
      const { from } = read(value)
      const mayImpersonate = impersonation.allows(from) && !(await keyring.find(from))
      return mayImpersonate ? unsigned(value) : decode(await sign(value))
    },
  }
}

/** The request in viem's terms, with the fees filled in: EIP-1559 unless a gas price is given. */
function fieldsOf(request: CallRequest, { chainId, fees }: Backend): TransactionSerializable {
  const { to, value, data, gasPrice, accessList, authorizationList } = request
  const maxPriorityFeePerGas = request.maxPriorityFeePerGas ?? suggestedTip
  const maxFeePerGas = request.maxFeePerGas ?? fees().baseFee * 2n + maxPriorityFeePerGas
  if (maxPriorityFeePerGas > maxFeePerGas) {
    const message = `max priority fee per gas higher than max fee per gas: tip ${maxPriorityFeePerGas}, fee ${maxFeePerGas}`
    throw new RpcError(rpcCodes.invalidInput, message)
  }
  return {
    chainId,
    ...(to && { to: toHex(to) }),
    ...(value !== undefined && { value }),
    ...(data && { data: toHex(data) }),
    ...(gasPrice === undefined ? { maxFeePerGas, maxPriorityFeePerGas } : { gasPrice }),
    ...(accessList && {
      accessList: accessList.map((entry) => ({
        address: toHex(entry.address),
        storageKeys: entry.storageKeys.map(toHex),
      })),
    }),
    ...(authorizationList && {
      authorizationList: authorizationList.map((entry) => ({
        chainId: Number(entry.chainId),
        address: toHex(entry.address),
        nonce: Number(entry.nonce),
        yParity: Number(entry.yParity),
        r: toWord(entry.r),
        s: toWord(entry.s),
      })),
    }),
  } as TransactionSerializable
}
