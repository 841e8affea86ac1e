import { type Address, BaseError, createClient, custom, type Hex, isHex, type TransactionReceipt } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { call, getTransactionCount, sendTransaction, waitForTransactionReceipt } from 'viem/actions'
import { DevnetError } from '../errors.ts'
import type { KnownChain } from './Context.ts'
import { describeRevert } from './describeRevert.ts'

type Request = { to: Address; data: Hex; value: bigint }

/**
 * Signs a transaction, sends it, and waits until it is in a block. Errors: TRANSACTION_REVERTED; TRANSACTION_REFUSED for what
 * the chain does not take into its pool.
 */
export async function sendAndWait(
  chain: KnownChain,
  privateKey: Hex,
  request: (from: Address) => Request,
): Promise<TransactionReceipt> {
  const account = privateKeyToAccount(privateKey)
  const client = createClient({
    account,
    chain: chain.client.chain,
    transport: custom(chain, { retryCount: 0 }),
    pollingInterval: 50,
  })
  const transaction = request(account.address)
  const hash = await inTurn(chain, account.address, async () => {
    const nonce = await getTransactionCount(client, { address: account.address, blockTag: 'pending' })
    return sendTransaction(client, { ...transaction, nonce })
  }).catch((cause) => {
    throw refusalOf(chain, cause)
  })
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

/** A call that is known to revert never becomes a transaction: estimating its gas gives the revert data. */
function refusalOf({ name }: KnownChain, cause: unknown): unknown {
  if (!(cause instanceof BaseError)) return cause
  const reverted = cause.walk((error) => isHex((error as { data?: unknown }).data)) as { data: Hex } | null
  if (reverted === null)
    // The chain's own words, without viem's pages about the request.
    return new DevnetError('TRANSACTION_REFUSED', `${name} did not take it: ${cause.details || cause.shortMessage}`, {
      expected: 'a transaction that the chain can include',
      cause,
    })
  return new DevnetError('TRANSACTION_REVERTED', `${name} refused the call: ${describeRevert(reverted.data)}`, {
    value: reverted.data,
    expected: 'a call that succeeds',
    cause,
  })
}

/** The last transaction of each account that is on its way into a chain's pool. */
const sending = new WeakMap<KnownChain, Map<Address, Promise<unknown>>>()

/** Transactions of one account enter the pool one after the other, so that each finds its nonce there. */
function inTurn<result>(chain: KnownChain, address: Address, send: () => Promise<result>): Promise<result> {
  const turns = sending.get(chain) ?? new Map<Address, Promise<unknown>>()
  sending.set(chain, turns)
  const turn = (turns.get(address) ?? Promise.resolve()).then(send, send)
  turns.set(address, turn)
  return turn
}
