import type { TypedTransaction } from '@ethereumjs/tx'
import { type Hex, serializeTransaction, type TransactionSerializable } from 'viem'
import { type CallRequest, impersonate, keccak256 } from '../../execute/index.ts'
import type { Backend } from '../Backend.ts'
import { fromHex, toHex, toWord } from '../hex.ts'
import type { Keyring } from '../Keyring.ts'
import { decodeRawTransaction } from '../pool/decodeRawTransaction.ts'
import { callRequest } from './callRequest.ts'
import { encodeRpcTransaction, type RpcTransaction } from './encoding/encodeTransaction.ts'
import { estimateGas } from './estimateGas.ts'
import { suggestedTip } from './methods/eth/feeMethods.ts'
import { object, optional, quantity, readParameters } from './parameters.ts'
import { RpcError, rpcCodes } from './RpcError.ts'

/** Makes transactions of requests (`eth_sendTransaction`), with what the requests leave open filled in. */
export type RequestSigner = {
  /** Signed with a key that the node holds, as raw bytes. Errors: -32000 unknown account. */
  sign(request: unknown): Promise<Hex>
  /** Not signed, and for whatever sender: for others to sign. */
  fill(request: unknown): Promise<{ raw: Hex; tx: RpcTransaction }>
  /** Signed, or without a signature if the sender is impersonated. Errors: -32000 unknown account. */
  transaction(request: unknown): Promise<TypedTransaction>
  /** For whatever sender, without a signature. */
  unsigned(request: unknown): Promise<TypedTransaction>
}

export function createRequestSigner(backend: Backend, keyring: Keyring): RequestSigner {
  const { rules, producer, pool, impersonation } = backend
  const decode = (raw: Hex) => decodeRawTransaction(fromHex(raw), rules, producer.nextTimestamp()).transaction

  /** Without a sender the node's first account is meant, as with anvil and Hardhat. */
  async function read(value: unknown): Promise<{ request: CallRequest; from: Hex }> {
    const { transaction: request } = readParameters([value], { transaction: callRequest })
    checkChainId(value, backend.chainId)
    if (request.blobVersionedHashes || (value as { blobs?: unknown }).blobs) {
      throw new RpcError(rpcCodes.invalidInput, 'a transaction with blobs is signed by its sender: send it raw')
    }
    if (request.from) return { request, from: toHex(request.from) }
    const [first] = await keyring.accounts()
    if (first) return { request: { ...request, from: fromHex(first.address) }, from: lowerCase(first.address) }
    throw new RpcError(rpcCodes.invalidParams, 'invalid argument 0 (transaction): .from: expected the sender')
  }

  async function complete(request: CallRequest, from: Hex): Promise<TransactionSerializable> {
    const fees = fieldsOf(request, backend)
    const gas = request.gas ?? (await estimateGas(backend, request, { at: 'latest' }))
    const nonce = request.nonce ?? pool.nextNonce(from)
    return { ...fees, gas, nonce: safeNumber(nonce, 'nonce') } as TransactionSerializable
  }

  async function sign(value: unknown): Promise<Hex> {
    const { request, from } = await read(value)
    const signer = await keyring.find(from)
    if (signer) return signer.signTransaction(await complete(request, from))
    throw new RpcError(
      rpcCodes.invalidInput,
      `unknown account: the node holds no key for ${from}; sign the transaction yourself and send it raw`,
    )
  }

  async function unsigned(value: unknown): Promise<TypedTransaction> {
    const { request, from } = await read(value)
    return withoutSignature(await complete(request, from), from)
  }

  /** In place of a signature: valid in form, the same for nobody else, so that hashes differ between senders. */
  function withoutSignature(transaction: TransactionSerializable, from: Hex): TypedTransaction {
    const raw = serializeTransaction(transaction, { r: from, s: '0x1', yParity: 0, v: 27n })
    return impersonate(decode(raw), fromHex(from))
  }

  return {
    sign,
    unsigned,
    async fill(value) {
      const { request, from } = await read(value)
      const transaction = await complete(request, from)
      const raw = serializeTransaction(transaction, { r: '0x0', s: '0x0', yParity: 0, v: 27n })
      const { blockTimestamp, ...fields } = encodeRpcTransaction(withoutSignature(transaction, from))
      return { raw, tx: { ...fields, hash: toHex(keccak256(fromHex(raw))), r: '0x0', s: '0x0' } }
    },
    async transaction(value) {
      const { from } = await read(value)
      const mayImpersonate = impersonation.allows(from) && !(await keyring.find(from))
      return mayImpersonate ? unsigned(value) : decode(await sign(value))
    },
  }
}

const chainIdField = object({ chainId: optional(quantity) })

/** Errors: -32000 in geth's words for a transaction that is meant for another chain. */
function checkChainId(request: unknown, expected: number): void {
  const { chainId } = readParameters([request], { transaction: chainIdField }).transaction
  if (chainId === undefined || chainId === BigInt(expected)) return
  throw new RpcError(rpcCodes.invalidInput, `chainId does not match node's (have=${chainId}, want=${expected})`)
}

/** viem counts these in numbers. Errors: -32000 in geth's words for one that no transaction can use. */
function safeNumber(value: bigint, name: string): number {
  if (value <= BigInt(Number.MAX_SAFE_INTEGER)) return Number(value)
  throw new RpcError(rpcCodes.invalidInput, `${name} has max value: ${value}`)
}

function lowerCase(address: Hex): Hex {
  return address.toLowerCase() as Hex
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
        chainId: safeNumber(entry.chainId, 'chainId'),
        address: toHex(entry.address),
        nonce: safeNumber(entry.nonce, 'nonce'),
        yParity: safeNumber(entry.yParity, 'yParity'),
        r: toWord(entry.r),
        s: toWord(entry.s),
      })),
    }),
  } as TransactionSerializable
}
