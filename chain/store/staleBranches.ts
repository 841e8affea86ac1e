import type { Hex } from 'viem'
import type { SealedBlock } from '../../execute/index.ts'
import { toHex } from '../hex.ts'
import { heightOf } from './heightOf.ts'

/** Of blocks beside the canonical chain, those below `beyond` and all that were built on them; the newest first. */
export function staleBranches(aside: SealedBlock[], beyond: number): SealedBlock[] {
  const stale = new Set<Hex>()
  const ascending = aside.toSorted((a, b) => heightOf(a) - heightOf(b))
  const found = ascending.filter((block) => {
    const goes = heightOf(block) < beyond || stale.has(toHex(block.block.header.parentHash))
    if (goes) stale.add(toHex(block.hash))
    return goes
  })
  return found.reverse()
}
