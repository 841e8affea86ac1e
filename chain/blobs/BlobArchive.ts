import { deserialize, serialize } from 'node:v8'
import type { Database } from 'lmdb'
import type { Hex } from 'viem'
import { fromHex } from '../hex.ts'
import { blobBytes } from './BlobSidecar.ts'
import type { StoredBlob } from './BlobStore.ts'
import { withoutTrailingZeros } from './withoutTrailingZeros.ts'

/** What a `Map` by versioned hash does too. */
export type BlobTable<V> = {
  get(versionedHash: Hex): V | undefined
  set(versionedHash: Hex, value: V): unknown
  delete(versionedHash: Hex): unknown
}

/** Blobs of canonical blocks beyond memory. */
export type BlobArchive = {
  blobs: BlobTable<StoredBlob>
  /** Numbers of the canonical blocks that carry a blob, ascending. */
  inclusions: BlobTable<bigint[]>
}

type Table = Database<Buffer, Uint8Array>

/** Blobs in two tables of a database. */
export function createBlobArchive(blobs: Table, inclusions: Table): BlobArchive {
  const kept = valuesIn<StoredBlob>(blobs)
  return {
    blobs: {
      ...kept,
      get(versionedHash) {
        const stored = kept.get(versionedHash)
        if (stored === undefined) return undefined
        const blob = new Uint8Array(blobBytes)
        blob.set(stored.blob)
        return { ...stored, blob }
      },
      set: (versionedHash, stored) => kept.set(versionedHash, { ...stored, blob: withoutTrailingZeros(stored.blob) }),
    },
    inclusions: valuesIn<bigint[]>(inclusions),
  }
}

function valuesIn<V>(table: Table): BlobTable<V> {
  return {
    get(versionedHash) {
      const bytes = table.get(fromHex(versionedHash))
      return bytes && (deserialize(bytes) as V)
    },
    set: (versionedHash, value) => table.putSync(fromHex(versionedHash), serialize(value)),
    delete: (versionedHash) => table.removeSync(fromHex(versionedHash)),
  }
}
