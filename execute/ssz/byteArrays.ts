import { assertLength } from './basic.ts'
import type { Codec } from './Codec.ts'
import { MalformedInput } from './MalformedInput.ts'
import { merkleize, merkleizeProgressive, mixInLength, pack } from './merkleize.ts'

/** ByteVector[length]. */
export function byteVector(length: number): Codec<Uint8Array> {
  return {
    fixedSize: length,
    size: () => length,
    write(value, out, at) {
      assertLength(value, length)
      out.set(value, at)
    },
    read(bytes) {
      assertLength(bytes, length)
      return bytes
    },
    root(value) {
      assertLength(value, length)
      return merkleize(pack(value))
    },
  }
}

/** ByteList[limit]. */
export function byteList(limit: number): Codec<Uint8Array> {
  const assertLimit = (bytes: Uint8Array): Uint8Array => {
    if (bytes.length <= limit) return bytes
    throw new MalformedInput('SSZ_LIMIT', `holds ${bytes.length} bytes`, {
      value: bytes.length,
      expected: `at most ${limit}`,
    })
  }
  return {
    fixedSize: undefined,
    size: (value) => value.length,
    write(value, out, at) {
      out.set(assertLimit(value), at)
    },
    read: assertLimit,
    root: (value) => mixInLength(merkleize(pack(value), Math.ceil(limit / 32)), value.length),
  }
}

/** ProgressiveByteList (EIP-7916): any length. */
export const progressiveByteList: Codec<Uint8Array> = {
  fixedSize: undefined,
  size: (value) => value.length,
  write(value, out, at) {
    out.set(value, at)
  },
  read: (bytes) => bytes,
  root: (value) => mixInLength(merkleizeProgressive(pack(value)), value.length),
}
