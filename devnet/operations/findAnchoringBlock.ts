import { readAnchor } from '../messaging/readAnchor.ts'
import type { KnownChain } from './Context.ts'

/** How far back an anchoring block is looked for. */
const reach = 256n

/**
 * The first block of a rollup that is anchored to L1 block `l1Number` or a later one, looking back from `from`.
 * Undefined when `from` itself is anchored to an earlier one.
 */
export async function findAnchoringBlock(
  rollup: KnownChain,
  l1: KnownChain,
  l1Number: bigint,
  from?: bigint,
): Promise<{ blockNumber: bigint; timestamp: bigint } | undefined> {
  let found: { blockNumber: bigint; timestamp: bigint } | undefined
  let next = from
  for (let steps = 0n; steps < reach; steps++) {
    const anchor = await readAnchor(rollup.client, l1.client, next)
    if (anchor === undefined || anchor.l1Number < l1Number) return found
    found = { blockNumber: anchor.blockNumber, timestamp: anchor.timestamp }
    if (anchor.blockNumber === 0n) return found
    next = anchor.blockNumber - 1n
  }
  return found
}
