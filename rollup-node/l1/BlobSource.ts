import { type Hex, hexToBytes } from 'viem'
import { RollupError } from '../errors.ts'
import type { L1Provider } from './L1Provider.ts'

/** Where blobs are read after the fact: the L1 node's own JSON-RPC, or a beacon node's HTTP API. */
export type BlobSource = {
  /** 131,072 bytes. `l1Block` carried it. Errors: BLOB_NOT_FOUND. */
  read(versionedHash: Hex, l1Block: bigint): Promise<Uint8Array>
}

/** `anvil_getBlobByHash`, as anvil and our own L1 answer it. */
export function createRpcBlobSource(provider: L1Provider): BlobSource {
  return {
    async read(versionedHash) {
      const blob = await provider.request({ method: 'anvil_getBlobByHash', params: [versionedHash] })
      if (typeof blob !== 'string') throw notFound(versionedHash, 'anvil_getBlobByHash')
      return hexToBytes(blob as Hex)
    },
  }
}

/** `GET /eth/v1/beacon/blobs/{block_id}?versioned_hashes=…` of the beacon APIs. `url` without a path. On a devnet's L1 a block's slot is its number. */
export function createBeaconBlobSource(url: string): BlobSource {
  return {
    async read(versionedHash, l1Block) {
      const route = `${url}/eth/v1/beacon/blobs/${l1Block}?versioned_hashes=${versionedHash}`
      const response = await fetch(route)
      const { data } = response.ok ? ((await response.json()) as { data: Hex[] }) : { data: [] }
      if (data[0] === undefined) throw notFound(versionedHash, route)
      return hexToBytes(data[0])
    },
  }
}

function notFound(versionedHash: Hex, source: string): RollupError {
  return new RollupError('BLOB_NOT_FOUND', `no blob ${versionedHash} at ${source}`, {
    value: versionedHash,
    hint: 'blobs are kept for 4096 epochs; ask a source that keeps them longer',
  })
}
