import { NativerollError } from '../errors.ts'

/**
 * Bytes of a `0x` string; an odd number of digits reads as if a zero led.
 * @throws NativerollError MALFORMED_HEX
 */
export function hexToBytes(hex: string, length?: number): Uint8Array {
  const digits = hex.slice(2)
  const bytes = new Uint8Array(Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex'))
  if (!/^0x[0-9a-fA-F]*$/.test(hex) || (length !== undefined && bytes.length !== length)) {
    throw new NativerollError('MALFORMED_HEX', `"${hex}" is not ${length ?? 'any number of'} bytes in hex`, {
      value: hex,
      expected: length === undefined ? '0x and hex digits' : `0x and ${length * 2} hex digits`,
    })
  }
  return bytes
}
