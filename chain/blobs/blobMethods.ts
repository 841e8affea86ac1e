import type { Hex } from 'viem'
import { toHex } from '../hex.ts'
import type { TransactionPool } from '../pool/TransactionPool.ts'
import { RpcError, rpcCodes } from '../rpc/RpcError.ts'
import type { RpcMethods } from '../rpc/router.ts'
import type { ChainStore } from '../store/ChainStore.ts'
import type { BlobStore } from './BlobStore.ts'

/** The blobs of this chain by versioned hash and by transaction, under anvil's names. `null` when not known or no longer kept. */
export function createBlobMethods(deps: {
  blobs: BlobStore
  store: Pick<ChainStore, 'transaction'>
  pool: Pick<TransactionPool, 'get'>
}): RpcMethods {
  return {
    async anvil_getBlobByHash([versionedHash]) {
      const stored = deps.blobs.get(hashParameter(versionedHash))
      return stored ? toHex(stored.blob) : null
    },

    async anvil_getBlobsByTransactionHash([hash]) {
      const transactionHash = hashParameter(hash)
      const location = deps.store.transaction(transactionHash)
      const transaction =
        location?.block.block.transactions[location.index] ?? deps.pool.get(transactionHash)?.transaction
      if (transaction === undefined || !('blobVersionedHashes' in transaction)) return null
      const stored = transaction.blobVersionedHashes.map((versionedHash) => deps.blobs.get(versionedHash))
      return stored.every((blob) => blob !== undefined) ? stored.map((blob) => toHex(blob.blob)) : null
    },
  }
}

function hashParameter(value: unknown): Hex {
  if (typeof value === 'string' && /^0x[0-9a-f]{64}$/i.test(value)) return value.toLowerCase() as Hex
  throw new RpcError(rpcCodes.invalidParams, `invalid params: expected a 32-byte hash, got ${JSON.stringify(value)}`)
}
