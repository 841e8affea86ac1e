/** No trace needs more of memory at once: 2^24 gas (EIP-7825) buys less. */
const most = 16_000_000n

/** What an instruction will read of memory, zeros where memory has not grown to yet. */
export function memorySlice(memory: Uint8Array, offset: bigint, size: bigint): Uint8Array {
  if (offset > most || size > most) return new Uint8Array()
  const slice = new Uint8Array(Number(size))
  slice.set(memory.subarray(Number(offset), Number(offset + size)))
  return slice
}
