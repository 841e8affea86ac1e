/**
 * Bytes as a string, one character each (latin1). What a trie keeps of its nodes' RLP is kept so: a string takes 16 bytes
 * more than it holds, a typed array 120, and one above 64 bytes an allocation outside of the heap. Also a key of maps.
 */
export type Packed = string

const short = Buffer.alloc(64)

export function pack(bytes: Uint8Array): Packed {
  const { length } = bytes
  if (length > short.length) return Buffer.from(bytes.buffer, bytes.byteOffset, length).toString('latin1')
  // To ask a short array for its buffer would move it out of the heap.
  for (let i = 0; i < length; i++) short[i] = bytes[i]!
  return short.toString('latin1', 0, length)
}

/** A fresh array; a long one is a part of a larger piece of memory. */
export function unpack(packed: Packed): Uint8Array {
  const { length } = packed
  if (length > short.length) {
    const pooled = Buffer.from(packed, 'latin1')
    return new Uint8Array(pooled.buffer, pooled.byteOffset, length)
  }
  const bytes = new Uint8Array(length)
  for (let i = 0; i < length; i++) bytes[i] = packed.charCodeAt(i)
  return bytes
}
