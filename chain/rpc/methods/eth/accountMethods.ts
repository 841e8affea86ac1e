import type { Hex, PrivateKeyAccount, TransactionSerializable, TypedDataDefinition } from 'viem'
import type { CallRequest } from '../../../../execute/index.ts'
import type { Backend } from '../../../Backend.ts'
import { fromHex, toHex, toWord } from '../../../hex.ts'
import type { Keyring } from '../../../Keyring.ts'
import { submitTransaction } from '../../../submitTransaction.ts'
import { callRequest } from '../../callRequest.ts'
import { estimateGas } from '../../estimateGas.ts'
import { address, bytes, hex, Mismatch, type Parser, readParameters } from '../../parameters.ts'
import { RpcError, rpcCodes } from '../../RpcError.ts'
import type { RpcMethods } from '../../router.ts'
import { suggestedTip } from './feeMethods.ts'

/** Signing for the accounts that the node holds, as anvil's do. */
export function createAccountMethods(backend: Backend, keyring: Keyring): RpcMethods {
  async function account(wanted: Hex): Promise<PrivateKeyAccount> {
    const found = await keyring.find(wanted)
    if (found) return found
    throw new RpcError(
      rpcCodes.invalidInput,
      `unknown account: the node holds no key for ${wanted}; sign the transaction yourself and send it raw`,
    )
  }

  async function sign(params: unknown[]): Promise<Hex> {
    const { transaction: request } = readParameters(params, { transaction: callRequest })
    if (request.from === undefined) {
      throw new RpcError(rpcCodes.invalidParams, 'invalid argument 0 (transaction): .from: expected the sender')
    }
    const from = toHex(request.from)
    const signer = await account(from)
    const gas = request.gas ?? (await estimateGas(backend, request, { at: 'latest' }))
    const nonce = request.nonce ?? backend.pool.nextNonce(from)
    return signer.signTransaction({ ...fieldsOf(request, backend), gas, nonce: Number(nonce) })
  }

  async function signTypedData(params: unknown[]): Promise<Hex> {
    const read = readParameters(params, { account: address, typedData })
    return (await account(read.account)).signTypedData(read.typedData)
  }

  return {
    eth_accounts: async () => (await keyring.accounts()).map((held) => held.address.toLowerCase()),
    eth_sendTransaction: async (params) => (await submitTransaction(backend, fromHex(await sign(params)))).hash,
    eth_signTransaction: sign,
    async eth_sign(params) {
      const read = readParameters(params, { account: address, message: bytes })
      return (await account(read.account)).signMessage({ message: { raw: read.message } })
    },
    async personal_sign(params) {
      // The third parameter is a password, which no account here has.
      const read = readParameters(params.slice(0, 2), { message: hexOrText, account: address })
      return (await account(read.account)).signMessage({ message: read.message })
    },
    eth_signTypedData: signTypedData,
    eth_signTypedData_v4: signTypedData,
  }
}

/** The request in viem's terms, with the fees filled in: EIP-1559 unless a gas price is given. */
function fieldsOf(request: CallRequest, { chainId, fees }: Backend): TransactionSerializable {
  const { to, value, data, gasPrice, accessList, authorizationList } = request
  const maxPriorityFeePerGas = request.maxPriorityFeePerGas ?? suggestedTip
  const maxFeePerGas = request.maxFeePerGas ?? fees().baseFee * 2n + maxPriorityFeePerGas
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

/** Wallets send the message as hex; some people send it as it is. */
const hexOrText: Parser<string | { raw: Hex }> = (value) => {
  if (typeof value !== 'string') throw new Mismatch('a message, as hex or text', value)
  return /^0x/.test(value) ? { raw: hex(value) } : value
}

/** EIP-712; as an object, or as its JSON, which is what wallets send. */
const typedData: Parser<TypedDataDefinition> = (value) => {
  try {
    const parsed: unknown = typeof value === 'string' ? JSON.parse(value) : value
    if (typeof parsed === 'object' && parsed !== null && 'types' in parsed && 'primaryType' in parsed) {
      return parsed as TypedDataDefinition
    }
  } catch {
    // Not JSON: said below.
  }
  throw new Mismatch('EIP-712 typed data with types, domain, primaryType and message', value)
}
