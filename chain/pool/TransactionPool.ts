import type { TypedTransaction } from '@ethereumjs/tx'
import type { Hex } from 'viem'
import type { SealedBlock, WorldState } from '../../execute/index.ts'
import { effectiveTip } from '../fees.ts'
import { fromHex, toHex } from '../hex.ts'
import { createListeners } from '../listeners.ts'
import type { HeadChange } from '../store/ChainStore.ts'
import { type BestTransactions, bestTransactions } from './bestTransactions.ts'
import { createCheapest } from './Cheapest.ts'
import { checkReplacement } from './checkReplacement.ts'
import { checkSender, type NextBlockFees } from './checkSender.ts'
import { checkTransaction } from './checkTransaction.ts'
import type { RawTransaction } from './decodeRawTransaction.ts'
import { pooledTransaction } from './pooledTransaction.ts'
import { createSenderQueue, type SenderQueue } from './SenderQueue.ts'
import { TransactionRejected } from './TransactionRejected.ts'

export type PooledTransaction = {
  transaction: TypedTransaction
  hash: Hex
  sender: Hex
  nonce: bigint
  /** Bytes of the canonical encoding, without blobs. */
  size: number
  /** Order of arrival. */
  arrival: number
}

/** A transaction that left the pool without being included. */
export type DroppedTransaction = { entry: PooledTransaction; reason: Error }

export type TransactionPool = {
  /** Whether the pool would take a transaction, without the proofs of its sidecar. Errors: TransactionRejected. */
  check(raw: RawTransaction): PooledTransaction
  /** Checks a transaction and keeps it. Errors: TransactionRejected. */
  add(raw: RawTransaction): PooledTransaction
  /** Takes a transaction out, for example because no block can include it. `false` if it is not there. */
  drop(hash: Hex, reason: Error): boolean
  clear(reason: Error): void
  get(hash: Hex): PooledTransaction | undefined
  /** Nonce that the sender's next transaction should have, pooled ones counted. */
  nextNonce(sender: Hex): bigint
  /** Executable transactions, the best paying first. */
  best(baseFee: bigint): BestTransactions
  /** Whether any transaction has the nonce that its sender's account is at. */
  hasExecutable(): boolean
  isEmpty(): boolean
  /** All of a sender's or of all senders', executable (`pending`) and behind a nonce gap (`queued`), in nonce order. */
  content(sender?: Hex): { pending: PooledTransaction[]; queued: PooledTransaction[] }
  /** Follows the canonical chain: included transactions go, those of removed blocks come back. */
  onHeadChange(change: HeadChange): void
  /** Follows a state that test methods have rewritten. */
  onAmended(): void
  /** Called with each transaction that the pool accepted. */
  onTransaction(listener: (transaction: PooledTransaction) => void): () => void
  onDropped(listener: (dropped: DroppedTransaction) => void): () => void
  /** Called with each transaction that left the pool, included or dropped. */
  onLeft(listener: (transaction: PooledTransaction) => void): () => void
}

export type TransactionPoolOptions = {
  name: string
  /** EIP-2718 types that are accepted. */
  types: number[]
  /** Most transactions kept. @default 20000 */
  capacity?: number
}

export type TransactionPoolDeps = {
  head(): SealedBlock
  /** State on which the next block is built. */
  state(): WorldState
  fees(): NextBlockFees
  /** Keeps the blobs of a transaction that returns from a removed block; `false` if they are not to be had any more. */
  holdBlobs(versionedHashes: readonly Hex[]): boolean
}

export function createTransactionPool(
  { name, types, capacity = 20_000 }: TransactionPoolOptions,
  { head, state, fees, holdBlobs }: TransactionPoolDeps,
): TransactionPool {
  const byHash = new Map<Hex, PooledTransaction>()
  const queues = new Map<Hex, SenderQueue>()
  const accepted = createListeners<PooledTransaction>()
  const dropped = createListeners<DroppedTransaction>()
  const left = createListeners<PooledTransaction>()
  const cheapest = createCheapest(
    () => byHash.values(),
    (entry) => byHash.get(entry.hash) === entry && queues.get(entry.sender)?.last() === entry,
  )
  let arrivals = 0

  const accountNonce = (sender: Hex) => state().getAccount(fromHex(sender))?.nonce ?? 0n

  function queueOf(sender: Hex): SenderQueue {
    let queue = queues.get(sender)
    if (queue === undefined) {
      queue = createSenderQueue(accountNonce(sender))
      queues.set(sender, queue)
    }
    return queue
  }

  function remove(entry: PooledTransaction): void {
    byHash.delete(entry.hash)
    const queue = queues.get(entry.sender)
    if (queue?.get(entry.nonce) === entry) queue.delete(entry.nonce)
    if (queue?.size() === 0) queues.delete(entry.sender)
    left.emit(entry)
  }

  function drop(entry: PooledTransaction, reason: Error): void {
    remove(entry)
    dropped.emit({ entry, reason })
  }

  function check({ transaction, sidecar }: RawTransaction): PooledTransaction {
    const entry = enter(transaction)
    const chain = { name, types, head: head().block.header }
    checkTransaction(transaction, { hasSidecar: sidecar !== undefined, size: entry.size }, chain)
    checkSender(transaction, entry.sender, state(), fees())
    const replaced = queues.get(entry.sender)?.get(entry.nonce)
    if (replaced) checkReplacement(entry, replaced)
    else if (byHash.size >= capacity) checkWorth(entry)
    return entry
  }

  function enter(transaction: TypedTransaction): PooledTransaction {
    const hash = toHex(transaction.hash())
    if (byHash.has(hash)) throw new TransactionRejected('ALREADY_KNOWN', 'already known', { value: hash })
    if (!transaction.isSigned()) throw unsigned(transaction)
    try {
      return pooledTransaction(transaction, arrivals)
    } catch (cause) {
      throw new TransactionRejected('INVALID_SIGNATURE', 'invalid sender: the signature fits no key', { cause })
    }
  }

  /** A full pool takes a transaction if it pays more than the cheapest that it has. */
  function checkWorth(entry: PooledTransaction): void {
    const { baseFee } = fees()
    const least = cheapest.peek(baseFee)
    const [tip, lowest] = [entry, least].map((one) => (one ? effectiveTip(one.transaction, baseFee) : 0n))
    if (least && tip! > lowest! && least.sender !== entry.sender) return
    throw new TransactionRejected('POOL_FULL', 'txpool is full: transaction underpriced', {
      value: tip,
      expected: `a tip above ${lowest} wei per gas`,
    })
  }

  function add(raw: RawTransaction): PooledTransaction {
    const entry = check(raw)
    insert(entry)
    return entry
  }

  function evict(entry: PooledTransaction): void {
    drop(entry, new TransactionRejected('EVICTED', 'txpool is full: others pay more'))
    const exposed = queues.get(entry.sender)?.last()
    if (exposed) cheapest.add(exposed)
  }

  function insert(entry: PooledTransaction): void {
    const { hash, sender, nonce } = entry
    const replaced = queues.get(sender)?.get(nonce)
    if (replaced === undefined && byHash.size >= capacity) {
      const least = cheapest.peek(fees().baseFee)
      if (least) evict(least)
    }
    arrivals++
    byHash.set(hash, entry)
    queueOf(sender).set(entry)
    cheapest.add(entry)
    if (replaced) drop(replaced, new TransactionRejected('REPLACED', `replaced by ${hash}`, { value: replaced.hash }))
    accepted.emit(entry)
  }

  function advance(sender: Hex): void {
    for (const entry of queues.get(sender)?.advance(accountNonce(sender)) ?? []) {
      drop(entry, new TransactionRejected('NONCE_TOO_LOW', 'nonce too low: the account has moved on'))
    }
  }

  function onHeadChange({ removed, added }: HeadChange): void {
    cheapest.reset()
    const senders = new Set<Hex>()
    for (const { receipts } of added) {
      for (const { transactionHash, from } of receipts) {
        const entry = byHash.get(toHex(transactionHash))
        if (entry) remove(entry)
        senders.add(toHex(from))
      }
    }
    for (const { receipts } of removed) for (const { from } of receipts) senders.add(toHex(from))
    // EIP-7702: an authorization raises the nonce of an account that sent nothing.
    const hasAuthorizations = [...added, ...removed].some(({ receipts }) => receipts.some(({ type }) => type === 4))
    if (hasAuthorizations) for (const sender of queues.keys()) senders.add(sender)
    for (const sender of senders) advance(sender)
    // Blocks that gave way to others; a mere rewind takes its transactions along.
    if (added.length > 0) for (const block of [...removed].reverse()) block.block.transactions.forEach(restore)
  }

  /**
   * What a removed block held was valid once. Whether it still is, is found out when a block is built: funds may come from
   * another transaction that returns, and fees may fall. One that a newer transaction has replaced stays out.
   */
  function restore(transaction: TypedTransaction): void {
    if (byHash.has(toHex(transaction.hash()))) return
    const entry = enter(transaction)
    if (entry.nonce < accountNonce(entry.sender) || queues.get(entry.sender)?.get(entry.nonce)) return
    if ('blobVersionedHashes' in transaction && !holdBlobs(transaction.blobVersionedHashes)) return
    insert(entry)
  }

  return {
    check,
    add,
    drop(hash, reason) {
      const entry = byHash.get(hash)
      if (entry) drop(entry, reason)
      cheapest.reset()
      return entry !== undefined
    },
    clear(reason) {
      for (const entry of [...byHash.values()]) drop(entry, reason)
    },
    get: (hash) => byHash.get(hash),
    nextNonce: (sender) => queues.get(sender)?.nextNonce() ?? accountNonce(sender),
    best(baseFee) {
      const first = [...queues.values()].map((queue) => queue.first()).filter((entry) => entry !== undefined)
      return bestTransactions(first, ({ sender, nonce }) => queues.get(sender)?.get(nonce + 1n), baseFee)
    },
    hasExecutable() {
      for (const queue of queues.values()) if (queue.first()) return true
      return false
    },
    isEmpty: () => byHash.size === 0,
    content(sender) {
      const pending: PooledTransaction[] = []
      const queued: PooledTransaction[] = []
      for (const queue of sender ? [queues.get(sender)] : queues.values()) {
        for (const entry of queue?.all() ?? []) (entry.nonce < queue!.nextNonce() ? pending : queued).push(entry)
      }
      return { pending, queued }
    },
    onHeadChange,
    onAmended: () => [...queues.keys()].forEach(advance),
    onTransaction: (listener) => accepted.add(listener),
    onDropped: (listener) => dropped.add(listener),
    onLeft: (listener) => left.add(listener),
  }
}

function unsigned({ type }: TypedTransaction): TransactionRejected {
  const message = 'invalid sender: the transaction is not signed'
  return new TransactionRejected('UNSIGNED', message, { value: `type ${type}`, expected: 'v, r and s' })
}
