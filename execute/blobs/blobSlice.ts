import { NativerollError } from '../errors.ts'
import type { BlobSlice } from '../ssz/types.ts'
import { bytesFromBlobs, USABLE_BYTES_PER_BLOB } from './blobsFromBytes.ts'

/** A blob by its versioned hash, if there is one to read. */
export type ReadBlob = (versionedHash: Uint8Array) => Uint8Array | undefined

/** The slice of a field that is not by reference. */
export const noSlice: BlobSlice = { versionedHashes: [], offset: 0, length: 0 }

export function isReference(slice: BlobSlice): boolean {
  return slice.versionedHashes.length > 0 || slice.offset !== 0 || slice.length !== 0
}

/** The slice that names only the blobs it touches, for `[offset, offset + length)` of the usable bytes of `versionedHashes`. */
export function blobSlice(versionedHashes: readonly Uint8Array[], offset: number, length: number): BlobSlice {
  const first = Math.floor(offset / USABLE_BYTES_PER_BLOB)
  const last = Math.ceil((offset + length) / USABLE_BYTES_PER_BLOB)
  return { versionedHashes: versionedHashes.slice(first, last), offset: offset - first * USABLE_BYTES_PER_BLOB, length }
}

/** @throws NativerollError `EMPTY_BLOB_SLICE`, `BLOB_NOT_FOUND`, and what `bytesFromBlobs` throws. */
export function readBlobSlice(slice: BlobSlice, readBlob: ReadBlob): Uint8Array {
  const { versionedHashes, offset, length } = slice
  const available = USABLE_BYTES_PER_BLOB * versionedHashes.length
  if (length === 0) {
    throw new NativerollError('EMPTY_BLOB_SLICE', 'The slice names blobs or an offset but has no length', {
      value: slice,
      expected: 'a length above 0, or no hashes, offset 0 and length 0 for a field that is not by reference',
    })
  }
  if (offset + length > available) {
    throw new NativerollError('BLOB_SLICE_OUT_OF_RANGE', `The slice ends at ${offset + length}, behind its blobs`, {
      value: offset + length,
      expected: `at most ${available}`,
    })
  }
  const blobs = versionedHashes.map((hash) => {
    const blob = readBlob(hash)
    if (blob !== undefined) return blob
    throw new NativerollError(
      'BLOB_NOT_FOUND',
      `No blob with versioned hash 0x${Buffer.from(hash).toString('hex')} is readable`,
      {
        value: `0x${Buffer.from(hash).toString('hex')}`,
        expected: 'a blob of this transaction, of an earlier one in its block, or of a block within the retention',
        hint: 'Post the blob again: the same bytes have the same versioned hash.',
      },
    )
  })
  return bytesFromBlobs(blobs, offset, length)
}
