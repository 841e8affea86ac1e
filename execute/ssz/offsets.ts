import { MalformedInput } from './MalformedInput.ts'

export const OFFSET_SIZE = 4

export function readOffset(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(at, true)
}

export function writeOffset(out: Uint8Array, at: number, offset: number): void {
  new DataView(out.buffer, out.byteOffset, out.length).setUint32(at, offset, true)
}

/** The first variable part begins where the fixed part ends: no gap, no overlap. */
export function assertFirstOffset(offset: number, fixedPart: number): void {
  if (offset === fixedPart) return
  throw new MalformedInput('SSZ_OFFSET', `has a first offset of ${offset}`, { value: offset, expected: fixedPart })
}

/** An offset points at or behind the one before it, and not beyond the end. */
export function assertOffset(offset: number, previous: number, end: number): void {
  if (offset >= previous && offset <= end) return
  throw new MalformedInput('SSZ_OFFSET', `has an offset of ${offset}`, {
    value: offset,
    expected: `${previous} to ${end}`,
  })
}
