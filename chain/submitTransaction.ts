import { InvalidTransaction } from '../execute/index.ts'
import type { Backend } from './Backend.ts'
import { checkSidecar } from './blobs/checkSidecar.ts'
import { decodeRawTransaction } from './pool/decodeRawTransaction.ts'
import type { PooledTransaction } from './pool/TransactionPool.ts'
import { TransactionRejected } from './pool/TransactionRejected.ts'

/** Takes a transaction in its network form into the pool, and its blobs into the blob store. Errors: TransactionRejected. */
export async function submitTransaction(backend: Backend, raw: Uint8Array): Promise<PooledTransaction> {
  const { rules, producer, pool, blobs } = backend
  const decoded = decodeRawTransaction(raw, rules, producer.nextTimestamp())
  if (blobs === undefined || decoded.sidecar === undefined) return pool.add(decoded)
  // Everything else first: proofs are dear to check.
  pool.check(decoded)
  try {
    await checkSidecar(decoded.sidecar, blobs.kzg)
  } catch (error) {
    throw error instanceof InvalidTransaction ? TransactionRejected.from(error) : error
  }
  // Held first: whoever hears of the transaction may ask for its blobs.
  blobs.store.hold(decoded.sidecar)
  try {
    return pool.add(decoded)
  } catch (error) {
    blobs.store.release(decoded.sidecar.versionedHashes)
    throw error
  }
}
