import type { Hex } from 'viem'

/** Of one account in the block access list: slots, balances, nonces and codes by index. */
export type AccountChanges = {
  slots: Map<bigint, Map<bigint, bigint>>
  reads: Set<bigint>
  balances: Map<bigint, bigint>
  nonces: Map<bigint, bigint>
  codes: Map<bigint, Hex>
}

export const wordLimit = 2n ** 256n

export const bytesOf = (hex: Hex): Uint8Array => new Uint8Array(Buffer.from(hex.slice(2), 'hex'))
export const hexOf = (bytes: Uint8Array): Hex => `0x${Buffer.from(bytes).toString('hex')}`
export const numberOf = (bytes: Uint8Array): bigint => (bytes.length === 0 ? 0n : BigInt(hexOf(bytes)))
export const wordOf = (value: bigint): Uint8Array => bytesOf(`0x${value.toString(16).padStart(64, '0')}`)
export const addressOfWord = (value: bigint): Hex => `0x${(value % 2n ** 160n).toString(16).padStart(40, '0')}`
export const signed = (value: bigint): bigint => BigInt.asIntN(256, value)
export const unsigned = (value: bigint): bigint => BigInt.asUintN(256, value)

/** `size` bytes from `start`, zeros behind the end (`buffer_read`). */
export function slice(bytes: Uint8Array, start: bigint, size: bigint): Uint8Array {
  const result = new Uint8Array(Number(size))
  if (start < BigInt(bytes.length)) result.set(bytes.subarray(Number(start), Number(start + size)).subarray(0))
  return result
}
