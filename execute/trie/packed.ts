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

/** A fresh array. */
export function unpack(packed: Packed): Uint8Array {
  const bytes = new Uint8Array(packed.length)
  if (bytes.length > short.length) Buffer.from(bytes.buffer).write(packed, 'latin1')
  else for (let i = 0; i < bytes.length; i++) bytes[i] = packed.charCodeAt(i)
  return bytes
}
