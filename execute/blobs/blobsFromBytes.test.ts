import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BLOB_SIZE, blobsFromBytes, bytesFromBlobs, USABLE_BYTES_PER_BLOB } from './blobsFromBytes.ts'

const counting = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 7 + (i >> 8)) & 0xff)

describe('bytes in blobs', () => {
  it.each([0, 1, 31, 32, USABLE_BYTES_PER_BLOB - 1, USABLE_BYTES_PER_BLOB, USABLE_BYTES_PER_BLOB + 1, 300_000])(
    'come back out of blobs: %d of them',
    (length) => {
      const bytes = counting(length)
      const blobs = blobsFromBytes(bytes)
      expect(blobs).toHaveLength(Math.ceil(length / USABLE_BYTES_PER_BLOB))
      expect(bytesFromBlobs(blobs, 0, length)).toEqual(bytes)
      expect(
        bytesFromBlobs(blobs)
          .subarray(length)
          .every((byte) => byte === 0),
      ).toBe(true)
    },
  )

  it('leave the first byte of each field element zero, so that every element is below the modulus', () => {
    const [blob] = blobsFromBytes(new Uint8Array(USABLE_BYTES_PER_BLOB).fill(0xff))
    expect(blob).toHaveLength(BLOB_SIZE)
    for (let at = 0; at < BLOB_SIZE; at += 32) expect(blob![at]).toBe(0)
    expect(blob!.filter((byte) => byte === 0xff)).toHaveLength(USABLE_BYTES_PER_BLOB)
  })

  it('can be read in part, across elements and blobs', () => {
    const bytes = counting(2 * USABLE_BYTES_PER_BLOB)
    const blobs = blobsFromBytes(bytes)
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 500 }), (offset, wanted) => {
        const length = Math.min(wanted, bytes.length - offset)
        expect(bytesFromBlobs(blobs, offset, length)).toEqual(bytes.slice(offset, offset + length))
      }),
    )
    const seam = USABLE_BYTES_PER_BLOB - 20
    expect(bytesFromBlobs(blobs, seam, 40)).toEqual(bytes.slice(seam, seam + 40))
  })

  it('are refused when a slice leaves the blobs, a blob has another size, or an element begins with another byte', () => {
    const blobs = blobsFromBytes(counting(100))
    const code = (code: string) => expect.objectContaining({ code })
    expect(() => bytesFromBlobs(blobs, USABLE_BYTES_PER_BLOB, 1)).toThrow(code('BLOB_SLICE_OUT_OF_RANGE'))
    expect(() => bytesFromBlobs([new Uint8Array(31)], 0, 1)).toThrow(code('BLOB_SIZE'))
    blobs[0]![32] = 1
    expect(() => bytesFromBlobs(blobs, 40, 1)).toThrow(code('BLOB_FIELD_ELEMENT'))
  })
})
