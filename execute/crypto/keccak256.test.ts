import { keccak256 as reference } from 'viem'
import { expect, test } from 'vitest'
import { keccak256 } from './keccak256.ts'

test('is the hash of every length around a block, and of more than memory holds', () => {
  const lengths = [0, 1, 32, 135, 136, 137, 271, 272, 273, 532, 64_735, 64_736, 64_737, 65_024, 130_000, 200_000]
  for (const length of lengths) {
    const data = new Uint8Array(length).map((_, i) => (i * 7 + length) & 0xff)
    expect(Buffer.from(keccak256(data)).toString('hex'), `${length} bytes`).toBe(reference(data).slice(2))
  }
})

test('gives bytes of its own', () => {
  const first = keccak256(Uint8Array.of(1))
  const copy = [...first]
  keccak256(Uint8Array.of(2))
  expect([...first]).toEqual(copy)
})
