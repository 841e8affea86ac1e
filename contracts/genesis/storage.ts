import { type Address, concat, type Hex, keccak256, numberToHex, pad } from 'viem'

const word = (value: bigint | number): Hex => numberToHex(value, { size: 32 })

/** A storage slot or value holding an integer. */
export const integer = word

/** A storage value holding an address. */
export const address = (value: Address): Hex => pad(value, { size: 32 }).toLowerCase() as Hex

/** Slot of `key` in the mapping at `slot`. */
export const mappingSlot = (slot: Hex | number, key: bigint | number | Hex): Hex =>
  keccak256(concat([typeof key === 'string' ? key : word(key), typeof slot === 'string' ? slot : word(slot)]))

/** A slot shared by several values: `[value, byte offset from the right]`, as solc's storage layout gives them. */
export const packed = (...parts: [value: bigint | number, offset: number][]): Hex =>
  word(parts.reduce((sum, [value, offset]) => sum | (BigInt(value) << BigInt(8 * offset)), 0n))
