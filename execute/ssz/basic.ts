import type { Codec } from './Codec.ts'
import { MalformedInput } from './MalformedInput.ts'
import { pack } from './merkleize.ts'

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length)

export function assertLength(bytes: Uint8Array, expected: number): void {
  if (bytes.length === expected) return
  throw new MalformedInput('SSZ_LENGTH', `holds ${bytes.length} bytes`, { value: bytes.length, expected })
}

/** A little-endian unsigned integer of at most 4 bytes, as a number. */
function uintNumber(size: 2 | 4): Codec<number> {
  const codec: Codec<number> = {
    fixedSize: size,
    size: () => size,
    write(value, out, at) {
      if (!Number.isInteger(value) || value < 0 || value >= 2 ** (8 * size)) {
        throw new MalformedInput('SSZ_INTEGER', `is not a uint${8 * size}`, { value, expected: `uint${8 * size}` })
      }
      for (let i = 0; i < size; i++) out[at + i] = value >>> (8 * i)
    },
    read(bytes) {
      assertLength(bytes, size)
      let value = 0
      for (let i = size - 1; i >= 0; i--) value = value * 256 + bytes[i]!
      return value
    },
    root(value) {
      const chunk = new Uint8Array(32)
      codec.write(value, chunk, 0)
      return chunk
    },
  }
  return codec
}

/** A little-endian unsigned integer of whole 8-byte words, as a bigint. */
function uintBigint(words: 1 | 4): Codec<bigint> {
  const size = 8 * words
  const codec: Codec<bigint> = {
    fixedSize: size,
    size: () => size,
    write(value, out, at) {
      if (typeof value !== 'bigint' || value < 0n || value >> BigInt(8 * size) !== 0n) {
        throw new MalformedInput('SSZ_INTEGER', `is not a uint${8 * size}`, { value, expected: `uint${8 * size}` })
      }
      const target = view(out)
      for (let word = 0; word < words; word++) {
        target.setBigUint64(at + 8 * word, BigInt.asUintN(64, value >> BigInt(64 * word)), true)
      }
    },
    read(bytes) {
      assertLength(bytes, size)
      const source = view(bytes)
      let value = 0n
      for (let word = words - 1; word >= 0; word--) value = (value << 64n) | source.getBigUint64(8 * word, true)
      return value
    },
    root(value) {
      const chunk = new Uint8Array(32)
      codec.write(value, chunk, 0)
      return chunk
    },
  }
  return codec
}

export const uint16: Codec<number> = uintNumber(2)
export const uint32: Codec<number> = uintNumber(4)
export const uint64: Codec<bigint> = uintBigint(1)
export const uint256: Codec<bigint> = uintBigint(4)

export const boolean: Codec<boolean> = {
  fixedSize: 1,
  size: () => 1,
  write(value, out, at) {
    out[at] = value ? 1 : 0
  },
  read(bytes) {
    assertLength(bytes, 1)
    if (bytes[0]! > 1)
      throw new MalformedInput('SSZ_BOOLEAN', 'is not a boolean', { value: bytes[0], expected: '0 or 1' })
    return bytes[0] === 1
  },
  root(value) {
    return pack(Uint8Array.of(value ? 1 : 0))
  },
}
