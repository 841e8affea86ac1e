import type { SealedBlock } from '../../execute/index.ts'

/** The block's number, as maps and limits have it. */
export function heightOf({ block }: SealedBlock): number {
  return Number(block.header.number)
}
