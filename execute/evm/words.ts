import type { Packed } from '../trie/packed.ts'

/** 2^256 and the largest word. */
export const wordRange = 1n << 256n
export const maxWord = wordRange - 1n

const maxLowWord = 0xffffffffffffffffn

/** The 32 bytes at `at`, most significant first. */
export function readWord(view: DataView, at: number): bigint {
  const low = view.getBigUint64(at + 24)
  // Most words are small numbers, for which the long way would make several big ones.
  if (
    view.getUint32(at) === 0 &&
    view.getUint32(at + 4) === 0 &&
    view.getUint32(at + 8) === 0 &&
    view.getUint32(at + 12) === 0 &&
    view.getUint32(at + 16) === 0 &&
    view.getUint32(at + 20) === 0
  )
    return low
  return (
    (view.getBigUint64(at) << 192n) | (view.getBigUint64(at + 8) << 128n) | (view.getBigUint64(at + 16) << 64n) | low
  )
}

export function writeWord(view: DataView, at: number, word: bigint): void {
  if (word <= maxLowWord) {
    view.setFloat64(at, 0)
    view.setFloat64(at + 8, 0)
    view.setFloat64(at + 16, 0)
  } else {
    view.setBigUint64(at, BigInt.asUintN(64, word >> 192n))
    view.setBigUint64(at + 8, BigInt.asUintN(64, word >> 128n))
    view.setBigUint64(at + 16, BigInt.asUintN(64, word >> 64n))
  }
  view.setBigUint64(at + 24, BigInt.asUintN(64, word))
}

const scratch = new Uint8Array(32)
const scratchView = new DataView(scratch.buffer)
// The same bytes: a Buffer's own slices would not be copies.
const scratchBuffer = Buffer.from(scratch.buffer)

/** Up to 32 bytes as a number. */
export function wordOf(bytes: Uint8Array): bigint {
  const { length } = bytes
  if (length === 0) return 0n
  if (length < 32) scratch.fill(0)
  scratch.set(bytes, 32 - length)
  return readWord(scratchView, 0)
}

/** Up to 32 bytes from `at` on, as CALLDATALOAD reads them: what is not there is zero. */
export function wordAt(bytes: Uint8Array, at: number): bigint {
  if (at >= bytes.length) return 0n
  const part = bytes.subarray(at, at + 32)
  if (part.length < 32) scratch.fill(0)
  scratch.set(part, 0)
  return readWord(scratchView, 0)
}

/** 32 fresh bytes. */
export function bytesOfWord(word: bigint): Uint8Array {
  writeWord(scratchView, 0, word)
  // An array that is asked for its buffer moves out of the heap.
  return scratch.slice()
}

/** `base ** exponent` modulo 2^256, four bits of the exponent at a time. */
export function power(base: bigint, exponent: bigint): bigint {
  const powers = [1n, base]
  for (let i = 2; i < 16; i++) powers.push(BigInt.asUintN(256, powers[i - 1]! * base))
  let result = 1n
  for (const digit of exponent.toString(16)) {
    for (let i = 0; i < 4; i++) result = BigInt.asUintN(256, result * result)
    if (digit !== '0') result = BigInt.asUintN(256, result * powers[Number.parseInt(digit, 16)]!)
  }
  return result
}

/** The 20 bytes of an address, fresh; what stands before them does not count. */
export function bytesOfAddress(word: bigint): Uint8Array {
  writeWord(scratchView, 0, word)
  return scratch.slice(12)
}

/** The word's 32 bytes as maps are keyed by. */
export function keyOfWord(word: bigint): Packed {
  writeWord(scratchView, 0, word)
  return scratchBuffer.toString('latin1')
}
