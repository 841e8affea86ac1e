import { NativerollError } from '../errors.ts'

/** EIP-4844: 4096 field elements of 32 bytes. */
const FIELD_ELEMENTS_PER_BLOB = 4096
/** Bytes of a blob. */
export const BLOB_SIZE = 32 * FIELD_ELEMENTS_PER_BLOB

/** EIP-8142: a field element carries 31 bytes behind a zero byte, which keeps it below the field's modulus. */
export const USABLE_BYTES_PER_BLOB = 31 * FIELD_ELEMENTS_PER_BLOB

/** Lays bytes out in as few blobs as hold them, the last one padded with zeros. No bytes give no blob. */
export function blobsFromBytes(bytes: Uint8Array): Uint8Array[] {
  const blobs = Array.from({ length: Math.ceil(bytes.length / USABLE_BYTES_PER_BLOB) }, () => new Uint8Array(BLOB_SIZE))
  for (let element = 0; 31 * element < bytes.length; element++) {
    const blob = blobs[Math.floor(element / FIELD_ELEMENTS_PER_BLOB)]!
    blob.set(bytes.subarray(31 * element, 31 * (element + 1)), 32 * (element % FIELD_ELEMENTS_PER_BLOB) + 1)
  }
  return blobs
}

/**
 * The bytes `[offset, offset + length)` of the blobs' usable bytes, one blob after the other; all of them by default.
 * @throws NativerollError `BLOB_SLICE_OUT_OF_RANGE`, `BLOB_SIZE`, `BLOB_FIELD_ELEMENT` (an element that was read begins with a byte other than zero)
 */
export function bytesFromBlobs(
  blobs: readonly Uint8Array[],
  offset = 0,
  length = USABLE_BYTES_PER_BLOB * blobs.length - offset,
): Uint8Array {
  const available = USABLE_BYTES_PER_BLOB * blobs.length
  if (offset < 0 || length < 0 || offset + length > available) {
    throw new NativerollError('BLOB_SLICE_OUT_OF_RANGE', `The slice ends at ${offset + length}, behind the blobs`, {
      value: offset + length,
      expected: `at most ${available}`,
    })
  }
  for (const blob of blobs) assertBlobSize(blob)
  const out = new Uint8Array(length)
  let at = 0
  while (at < length) {
    const element = Math.floor((offset + at) / 31)
    const within = (offset + at) % 31
    const start = 32 * (element % FIELD_ELEMENTS_PER_BLOB)
    const blob = blobs[Math.floor(element / FIELD_ELEMENTS_PER_BLOB)]!
    if (blob[start] !== 0) {
      throw new NativerollError('BLOB_FIELD_ELEMENT', `Field element ${element} does not begin with a zero byte`, {
        value: blob[start],
        expected: 0,
      })
    }
    const count = Math.min(31 - within, length - at)
    out.set(blob.subarray(start + 1 + within, start + 1 + within + count), at)
    at += count
  }
  return out
}

function assertBlobSize(blob: Uint8Array): void {
  if (blob.length === BLOB_SIZE) return
  throw new NativerollError('BLOB_SIZE', `A blob holds ${blob.length} bytes`, {
    value: blob.length,
    expected: BLOB_SIZE,
  })
}
