import { deserialize, serialize } from 'node:v8'
import type { Database } from 'lmdb'
import type { Hex } from 'viem'
import { fromHex } from '../hex.ts'
import { numberKey } from '../store/numberKey.ts'
import { blobBytes } from './BlobSidecar.ts'
import type { StoredBlob } from './BlobStore.ts'
import { withoutTrailingZeros } from './withoutTrailingZeros.ts'

/** What a `Map` does too. */
export type BlobTable<K, V> = {
  get(key: K): V | undefined
  set(key: K, value: V): unknown
  delete(key: K): unknown
}

/** Blobs of canonical blocks beyond memory. */
export type BlobArchive = {
  /** By versioned hash. */
  blobs: BlobTable<Hex, StoredBlob>
  /** Numbers of the canonical blocks that carry a blob, ascending, by its versioned hash. */
  inclusions: BlobTable<Hex, bigint[]>
  /** Versioned hashes that a canonical block carries, by its number. */
  carried: BlobTable<bigint, Hex[]>
}

type Table = Database<Buffer, Uint8Array>

/** @param table opens a table of the database */
export function createBlobArchive(table: (name: string) => Table): BlobArchive {
  const kept = valuesIn<Hex, StoredBlob>(table('blobs'), fromHex)
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
    inclusions: valuesIn(table('blobInclusions'), fromHex),
    carried: valuesIn(table('carriedBlobs'), numberKey),
  }
}

function valuesIn<K, V>(table: Table, keyOf: (key: K) => Uint8Array): BlobTable<K, V> {
  return {
    get(key) {
      const bytes = table.get(keyOf(key))
      return bytes && (deserialize(bytes) as V)
    },
    set: (key, value) => table.putSync(keyOf(key), serialize(value)),
    delete: (key) => table.removeSync(keyOf(key)),
  }
}
