import { type Address, createClient, createNonceManager, custom, type Hex, type TransactionReceipt } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { call, sendTransaction, waitForTransactionReceipt } from 'viem/actions'
import { DevnetError } from '../errors.ts'
import type { KnownChain } from './Context.ts'

type Request = { to: Address; data: Hex; value: bigint }

/**
 * Signs a transaction, sends it, and waits until it is in a block. Errors: TRANSACTION_REVERTED, and viem's, for what the
 * chain refuses beforehand.
 */
export async function sendAndWait(
  chain: KnownChain,
  privateKey: Hex,
  request: (from: Address) => Request,
): Promise<TransactionReceipt> {
  const account = privateKeyToAccount(privateKey, { nonceManager: pendingNonces })
  const client = createClient({
    account,
    chain: chain.client.chain,
    transport: custom(chain, { retryCount: 0 }),
    pollingInterval: 50,
  })
  const transaction = request(account.address)
  const hash = await sendTransaction(client, transaction)
  const receipt = await waitForTransactionReceipt(client, { hash, retryCount: 0 })
  if (receipt.status === 'success') return receipt
  // The same call on the state before it tells why, where the receipt does not.
  const cause = await call(client, { ...transaction, account, blockNumber: receipt.blockNumber - 1n }).then(
    () => undefined,
    (error: unknown) => error,
  )
  throw new DevnetError('TRANSACTION_REVERTED', `transaction ${hash} on ${chain.name} reverted`, {
    value: hash,
    expected: 'a transaction that succeeds',
    hint: 'debug_traceTransaction shows where',
    cause,
  })
}

/** Several transfers of one account may be sent at once; each asks for the next nonce in turn. */
const pendingNonces = createNonceManager({
  source: {
    async get({ address, client }) {
      const count = await client.request({ method: 'eth_getTransactionCount', params: [address, 'pending'] } as never)
      return Number(count)
    },
    set() {},
  },
})
