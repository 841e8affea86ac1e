import { BaseError, type Hex, type PrivateKeyAccount, type TypedDataDefinition } from 'viem'
import type { Backend } from '../../../Backend.ts'
import type { Keyring } from '../../../Keyring.ts'
import { encodeRpcTransaction } from '../../encoding/encodeTransaction.ts'
import { address, bytes, hex, Mismatch, type Parser, readParameters } from '../../parameters.ts'
import type { RequestSigner } from '../../RequestSigner.ts'
import { RpcError, rpcCodes } from '../../RpcError.ts'
import type { RpcMethods } from '../../router.ts'

/** Signing for the accounts that the node holds, as anvil's do, and sending for those that are impersonated. */
export function createAccountMethods({ pool }: Backend, keyring: Keyring, signer: RequestSigner): RpcMethods {
  async function account(wanted: Hex): Promise<PrivateKeyAccount> {
    const found = await keyring.find(wanted)
    if (found) return found
    throw new RpcError(
      rpcCodes.invalidInput,
      `unknown account: the node holds no key for ${wanted}; sign the transaction yourself and send it raw`,
    )
  }

  async function signTypedData(params: unknown[]): Promise<Hex> {
    const read = readParameters(params, { account: address, typedData })
    const signer = await account(read.account)
    return signer.signTypedData(read.typedData).catch((cause: unknown) => {
      const reason = cause instanceof BaseError ? cause.shortMessage : String(cause)
      throw new RpcError(rpcCodes.invalidParams, `invalid argument 1 (typedData): ${reason}`, { cause })
    })
  }
  const accounts = async () => (await keyring.accounts()).map((held) => held.address.toLowerCase())

  return {
    eth_accounts: accounts,
    /** EIP-1102: a wallet would ask its user first. */
    eth_requestAccounts: accounts,
    /** As geth's: those of the accounts that the node signs for. */
    async eth_pendingTransactions(params) {
      readParameters(params, {})
      const held = new Set<string>(await accounts())
      const { pending, queued } = pool.content()
      return [...pending, ...queued]
        .filter(({ sender }) => held.has(sender))
        .map(({ transaction }) => encodeRpcTransaction(transaction))
    },
    async eth_sendTransaction(params) {
      const { request } = readParameters(params, { request: anything })
      return pool.add({ transaction: await signer.transaction(request) }).hash
    },
    async eth_sendUnsignedTransaction(params) {
      const { request } = readParameters(params, { request: anything })
      return pool.add({ transaction: await signer.unsigned(request) }).hash
    },
    eth_fillTransaction: async (params) => signer.fill(readParameters(params, { request: anything }).request),
    eth_signTransaction: async (params) => signer.sign(readParameters(params, { request: anything }).request),
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
    eth_signTypedData_v3: signTypedData,
    eth_signTypedData_v4: signTypedData,
  }
}

const anything: Parser<unknown> = (value) => value

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
