import { type Address, type Hex, keccak256 } from 'viem'
import type { BlobSidecar, Logger } from '../../chain/index.ts'
import { RollupError } from '../errors.ts'
import { signerOf } from '../signerOf.ts'
import { createL1Client, type L1Client } from './createL1Client.ts'
import { bumpFees, suggestFees } from './fees.ts'
import { createHeadTracker, type HeadTracker } from './HeadTracker.ts'
import type { L1Provider } from './L1Provider.ts'
import { classifyRejection } from './rejections.ts'
import { signTransaction } from './signTransaction.ts'

/** What shall happen on chain, once, whatever becomes of the transactions that try it. */
export type TransactionIntent = {
  /** For logs: 'post', 'advance', 'deliver'. */
  label: string
  to: Address
  data: Hex
  /** Gas limit. */
  gas: bigint
  /** wei @default 0n */
  value?: bigint
  /** Blobs with what proves them; makes it a type-3 transaction. */
  sidecar?: BlobSidecar
  /** Asked before every further attempt: `false` when the chain no longer needs it (somebody else did it). @default always wanted */
  stillWanted?: () => Promise<boolean>
}

export type MinedTransaction = {
  hash: Hex
  status: 'success' | 'reverted'
  blockNumber: bigint
  blockHash: Hex
  gasUsed: bigint
}

export type TransactionSender = {
  address: Address
  /**
   * Resolves when one transaction for the intent is mined (also when it reverted), or with `undefined` when it is no longer
   * wanted or the sender stopped. Intents are carried out one after the other. Errors: TRANSACTION_REJECTED, INSUFFICIENT_FUNDS.
   */
  send(intent: TransactionIntent): Promise<MinedTransaction | undefined>
  /** Ends all waiting; pending `send`s resolve with `undefined`. What is already in the pool may still be mined. */
  stop(): void
}

export type TransactionSenderOptions = {
  provider: L1Provider
  privateKey: Hex
  chainId: number
  /** @default a tracker of its own, from the first `send` until `stop` */
  heads?: HeadTracker
  /** Blocks without inclusion after which the transaction is sent again with higher fees. @default 3 */
  bumpAfterBlocks?: bigint
}

/**
 * Sends transactions from one account. The chain is its only memory: the nonce is always the account's next one on chain, so
 * a transaction left over from an earlier life (or one that got stuck) is replaced, and of all attempts at an intent at
 * most one can be mined. A nonce that somebody else used up starts a new attempt, after `stillWanted` was asked.
 */
export function createTransactionSender(
  options: TransactionSenderOptions,
  deps: { logger: Logger },
): TransactionSender {
  const { provider, chainId, bumpAfterBlocks = 3n } = options
  const { logger } = deps
  const ownHeads = options.heads === undefined ? createHeadTracker({ provider }, deps) : undefined
  const heads = options.heads ?? ownHeads!
  const account = signerOf(options.privateKey)
  const client = createL1Client(provider)
  let last: Promise<unknown> = Promise.resolve()
  let started: Promise<void> | undefined
  let stopped = false
  let signalStop = () => {}
  const stopping = new Promise<undefined>((resolve) => {
    signalStop = () => resolve(undefined)
  })

  async function carryOut(intent: TransactionIntent): Promise<MinedTransaction | undefined> {
    const hashes: Hex[] = []
    while (!stopped) {
      const next = heads.next()
      try {
        const mined = await findMined(client, hashes)
        if (mined !== undefined) return mined
        if (hashes.length > 0 && !(await wanted(intent))) return findMined(client, hashes)
        const outcome = await tryOneNonce(intent, hashes)
        if (outcome !== 'nonce-taken') return outcome
        logger.warn({ intent: intent.label, address: account.address }, 'transaction.nonceTaken')
      } catch (error) {
        // An L1 that does not answer is asked again later: its restart is no reason to give up an intent.
        if (error instanceof RollupError || classifyRejection(error) !== 'unreachable') throw error
        if ((await Promise.race([next, stopping])) === undefined) return undefined
      }
    }
    return undefined
  }

  async function tryOneNonce(
    intent: TransactionIntent,
    hashes: Hex[],
  ): Promise<MinedTransaction | 'nonce-taken' | undefined> {
    const withBlobs = intent.sidecar !== undefined
    const nonce = await nonceOnChain()
    let fees = await suggestFees(provider, heads.latest().baseFeePerGas, withBlobs)
    let sentAt = await submit()

    while (!stopped) {
      const next = heads.next()
      const mined = await findMined(client, hashes)
      if (mined !== undefined) return mined
      if ((await nonceOnChain()) > nonce) return (await findMined(client, hashes)) ?? 'nonce-taken'
      const stuck = heads.latest().number >= sentAt + bumpAfterBlocks
      if (stuck || (await dropped(hashes.at(-1)!))) {
        if (!(await wanted(intent))) return findMined(client, hashes)
        if (stuck) await bump()
        sentAt = await submit()
      }
      if ((await Promise.race([next, stopping])) === undefined) return undefined
    }
    return undefined

    async function bump(): Promise<void> {
      fees = bumpFees(fees, await suggestFees(provider, heads.latest().baseFeePerGas, withBlobs), withBlobs)
    }

    /** Puts the transaction into the pool; a pending one of the same nonce is outbid. Returns the L1 head at that moment. */
    async function submit(): Promise<bigint> {
      for (let bids = 0; ; bids++) {
        const { raw, canonical } = await signTransaction(account, intent, { chainId, nonce, fees })
        const hash = keccak256(canonical)
        try {
          await provider.request({ method: 'eth_sendRawTransaction', params: [raw] })
        } catch (error) {
          const rejection = classifyRejection(error)
          if (rejection === 'underpriced' && bids < 40) {
            await bump()
            continue
          }
          if (rejection === 'unreachable') throw error
          if (rejection !== 'known' && rejection !== 'nonce-taken') throw rejected(intent, rejection, error)
        }
        if (!hashes.includes(hash)) hashes.push(hash)
        logger.debug(
          { intent: intent.label, hash, nonce, maxFeePerGas: fees.maxFeePerGas.toString() },
          'transaction.sent',
        )
        return heads.latest().number
      }
    }
  }

  async function wanted(intent: TransactionIntent): Promise<boolean> {
    return intent.stillWanted === undefined || (await intent.stillWanted())
  }

  const nonceOnChain = () => client.getTransactionCount({ address: account.address, blockTag: 'latest' })

  async function dropped(hash: Hex): Promise<boolean> {
    return (await provider.request({ method: 'eth_getTransactionByHash', params: [hash] })) === null
  }

  function rejected(intent: TransactionIntent, rejection: string, cause: unknown): RollupError {
    const poor = rejection === 'insufficient-funds'
    const message = cause instanceof Error ? cause.message : String(cause)
    return new RollupError(
      poor ? 'INSUFFICIENT_FUNDS' : 'TRANSACTION_REJECTED',
      `chain ${chainId} refused the '${intent.label}' transaction: ${message}`,
      {
        value: account.address,
        ...(poor ? { hint: `send ether to ${account.address} on chain ${chainId}` } : {}),
        cause,
      },
    )
  }

  return {
    address: account.address,
    send(intent) {
      started ??= ownHeads === undefined ? Promise.resolve() : ownHeads.start()
      const result = Promise.all([started, last]).then(() => carryOut(intent))
      last = result.catch(() => {})
      return result
    },
    stop() {
      stopped = true
      signalStop()
      ownHeads?.stop()
    },
  }
}

async function findMined(client: L1Client, hashes: Hex[]): Promise<MinedTransaction | undefined> {
  for (const hash of hashes) {
    const receipt = await client.getTransactionReceipt({ hash }).catch((error: Error) => {
      if (error.name === 'TransactionReceiptNotFoundError') return undefined
      throw error
    })
    if (receipt === undefined) continue
    const { status, blockNumber, blockHash, gasUsed } = receipt
    return { hash, status, blockNumber, blockHash, gasUsed }
  }
  return undefined
}
