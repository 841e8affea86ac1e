import type { Hex } from 'viem'

type HexSlice = (this: Uint8Array, start: number, end: number) => string

/** What Buffer's `toString('hex')` runs; called on the bytes as they are it takes half the time. Not documented. */
const { hexSlice } = Buffer.prototype as { hexSlice?: HexSlice }

/** `0x` and two digits per byte: the DATA encoding of the execution-apis. */
export const toHex: (bytes: Uint8Array) => Hex = hexSlice
  ? (bytes) => `0x${hexSlice.call(bytes, 0, bytes.length)}`
  : (bytes) => `0x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}`

/** `0x` and no leading zeros: the QUANTITY encoding of the execution-apis. */
export function toQuantity(value: bigint | number): Hex {
  return `0x${value.toString(16)}`
}

/** Bytes of an even-length hex string, which the caller has checked. */
export function fromHex(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex.slice(2), 'hex'))
}

/** Big endian number in 32 bytes. */
export function toWord(value: bigint): Hex {
  return `0x${value.toString(16).padStart(64, '0')}`
}
