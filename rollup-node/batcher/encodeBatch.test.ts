import { describe, expect, test } from 'vitest'
import { type BatchedBlock, batchedSize, batchOverhead, decodeBatch, encodeBatch } from './encodeBatch.ts'

const blocks: BatchedBlock[] = [
  { timestamp: 1_700_000_000n, anchorNumber: 7n, payload: Uint8Array.of(1, 2, 3), witness: new Uint8Array(40).fill(9) },
  { timestamp: 1_700_000_001n, anchorNumber: 7n, payload: new Uint8Array(0), witness: Uint8Array.of(5) },
  { timestamp: 1_700_000_009n, anchorNumber: 9n, payload: Uint8Array.of(8), witness: new Uint8Array(0) },
]

describe('batch', () => {
  test('decodes to what was encoded, with the zeros of a blob behind it', () => {
    const { bytes } = encodeBatch(5n, blocks)
    const padded = new Uint8Array(bytes.length + 100)
    padded.set(bytes)
    expect(decodeBatch(padded)).toEqual({ first: 5n, blocks })
  })

  test('slices point at the bytes of each block', () => {
    const { bytes, slices } = encodeBatch(5n, blocks)
    const at = ({ offset, length }: { offset: number; length: number }) => bytes.subarray(offset, offset + length)
    expect(slices.map((slice) => at(slice.payload))).toEqual(blocks.map((block) => block.payload))
    expect(slices.map((slice) => at(slice.witness))).toEqual(blocks.map((block) => block.witness))
    expect(bytes.length).toBe(batchOverhead + blocks.reduce((sum, block) => sum + batchedSize(block), 0))
  })

  test.each([
    ['another version', (bytes: Uint8Array) => bytes.with(0, 2)],
    ['a count that does not fit', (bytes: Uint8Array) => bytes.with(9, 255)],
    ['a length that does not fit', (bytes: Uint8Array) => bytes.with(13 + 16, 255)],
    ['no bytes', () => new Uint8Array(0)],
  ])('refuses %s', (_, spoil) => {
    const { bytes } = encodeBatch(5n, blocks)
    expect(() => decodeBatch(spoil(bytes))).toThrow(expect.objectContaining({ code: 'MALFORMED_BATCH' }))
  })
})
