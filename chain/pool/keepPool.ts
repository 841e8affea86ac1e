import { deserialize, serialize } from 'node:v8'
import type { Hex } from 'viem'
import { decodeTransaction, encodeTransaction, isImpersonated } from '../../execute/index.ts'
import type { Backend } from '../Backend.ts'
import { type BlobSidecar, blobBytes } from '../blobs/BlobSidecar.ts'
import type { StoredBlob } from '../blobs/BlobStore.ts'
import { withoutTrailingZeros } from '../blobs/withoutTrailingZeros.ts'
import type { Logger } from '../logger.ts'
import { openJournalFile } from './JournalFile.ts'
import type { PooledTransaction } from './TransactionPool.ts'

/** A transaction as the journal has it; `gone` if it was dropped. */
type Kept = { hash: Hex } & (Waiting | { gone: true })
type Waiting = { transaction: Uint8Array; versionedHashes: BlobSidecar['versionedHashes']; blobs: StoredBlob[] }

/** Bytes beyond which a journal is written anew, without what has left the pool. */
const worthRewriting = 4 * 2 ** 20

/**
 * Puts back what the pool held when the chain last ended, as far as it is still valid, and keeps a journal of what it takes from
 * now on. Transactions that nobody signed are not kept: their senders are impersonated for one life of the node.
 * @returns ends the journal
 */
export function keepPool(
  path: string,
  { pool, store, blobs, rules, producer }: Pick<Backend, 'pool' | 'store' | 'blobs' | 'rules' | 'producer'>,
  logger: Logger,
): () => void {
  const file = openJournalFile(path)
  let live = 0

  function recordOf({ transaction, hash }: PooledTransaction): Uint8Array {
    const versionedHashes =
      'blobVersionedHashes' in transaction ? (transaction.blobVersionedHashes as BlobSidecar['versionedHashes']) : []
    const stored = versionedHashes.flatMap((hash) => blobs?.store.get(hash) ?? [])
    return serialize({
      hash,
      transaction: encodeTransaction(transaction),
      versionedHashes,
      blobs: stored.map((one) => ({ ...one, blob: withoutTrailingZeros(one.blob) })),
    } satisfies Kept)
  }

  function restore({ transaction, versionedHashes, blobs: kept }: Waiting): void {
    const decoded = decodeTransaction(transaction, rules, { timestamp: producer.nextTimestamp() })
    if (versionedHashes.length === 0) return void pool.add({ transaction: decoded })
    if (kept.length !== versionedHashes.length) return
    // Its proofs were checked when it first came.
    const sidecar: BlobSidecar = {
      version: kept.every(({ proof }) => proof) ? 0 : 1,
      versionedHashes,
      blobs: kept.map(({ blob }) => Buffer.concat([blob], blobBytes)),
      commitments: kept.map(({ commitment }) => commitment),
      proofs: kept.flatMap(({ proof }) => proof ?? []),
    }
    blobs?.store.hold(sidecar)
    try {
      pool.add({ transaction: decoded, sidecar })
    } catch (error) {
      blobs?.store.release(versionedHashes)
      throw error
    }
  }

  function decoded(record: Uint8Array): Kept[] {
    try {
      const kept = deserialize(record) as Kept
      return 'hash' in kept ? [kept] : []
    } catch (error) {
      logger.warn({ error }, `${path} does not hold a transaction as it was written`)
      return []
    }
  }

  function rewrite(): void {
    const { pending, queued } = pool.content()
    const signed = [...pending, ...queued].filter(({ transaction }) => !isImpersonated(transaction))
    file.replace(signed.sort((a, b) => a.arrival - b.arrival).map(recordOf))
    live = file.size()
  }

  for (const waiting of waitingIn(file.read().flatMap(decoded))) {
    try {
      restore(waiting)
    } catch (error) {
      logger.debug({ error }, 'a transaction of an earlier run is not valid any more')
    }
  }

  /** The pool goes on without its journal, as on a full disk: what waits is then in memory alone. */
  function attempt(write: () => void): void {
    try {
      write()
    } catch (error) {
      logger.error({ error }, `${path} could not be written; what waits in the pool would not outlive this process`)
    }
  }

  attempt(rewrite)
  const stops = [
    pool.onTransaction((entry) => {
      if (!isImpersonated(entry.transaction)) attempt(() => file.append(recordOf(entry)))
    }),
    pool.onDropped(({ entry }) =>
      attempt(() => file.append(serialize({ hash: entry.hash, gone: true } satisfies Kept))),
    ),
    store.onHeadChange(() => {
      if (file.size() > 0 && (pool.isEmpty() || file.size() > 2 * live + worthRewriting)) attempt(rewrite)
    }),
  ]
  return () => {
    for (const stop of stops) stop()
    file.close()
  }
}

/** In the order of their arrival. */
function waitingIn(records: Kept[]): Iterable<Waiting> {
  const waiting = new Map<Hex, Waiting>()
  for (const kept of records) {
    if ('gone' in kept) waiting.delete(kept.hash)
    else waiting.set(kept.hash, kept)
  }
  return waiting.values()
}
