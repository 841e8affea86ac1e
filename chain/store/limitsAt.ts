import type { SealedBlock } from '../../execute/index.ts'
import type { Oldest } from './Archive.ts'
import { heightOf } from './heightOf.ts'

/** Numbers below which states and blocks go, with `head` as the head. */
export function limitsAt(
  head: SealedBlock,
  finalized: SealedBlock | undefined,
  { historyBlocks, keptBlocks }: { historyBlocks: number; keptBlocks: number },
): Oldest {
  const block = Math.min(heightOf(head) - keptBlocks, heightOf(finalized ?? head))
  return { block, state: Math.max(heightOf(head) - historyBlocks, block) }
}
