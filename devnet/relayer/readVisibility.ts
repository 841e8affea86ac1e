import { readAnchor } from '../messaging/readAnchor.ts'
import { readSettledHead } from '../messaging/readSettledHead.ts'
import type { Context, KnownChain } from '../operations/Context.ts'
import type { LocatedMessage } from '../operations/findMessage.ts'

/**
 * - `now`: the destination can verify it
 * - `anchor`: L1 has what proves it; the destination's next block, anchored to L1's head, will see it
 * - `later`: its block has not settled
 */
export type Visibility = 'now' | 'anchor' | 'later'

/** Looks up once, for all messages, what a destination can see of the other chains. */
export async function readVisibility(
  { l1 }: Context,
  destination: KnownChain,
  sources: Iterable<KnownChain>,
): Promise<(message: LocatedMessage) => Visibility> {
  const rollups = [...new Set(sources)].filter((source) => source !== l1)
  const settledAt = async (l1Block?: bigint) =>
    new Map(
      await Promise.all(
        rollups.map(async ({ name, chainId }) => [name, await readSettledHead(l1.client, chainId, l1Block)] as const),
      ),
    )
  const settled = await settledAt()
  if (destination === l1) {
    return ({ source, blockNumber }) => (settled.get(source.name)! >= blockNumber ? 'now' : 'later')
  }
  const anchor = await readAnchor(destination.client, l1.client)
  const seen = anchor && (await settledAt(anchor.l1Number))
  return ({ source, blockNumber }) => {
    if (source === l1) return anchor && anchor.l1Number >= blockNumber ? 'now' : 'anchor'
    if (seen && seen.get(source.name)! >= blockNumber) return 'now'
    return settled.get(source.name)! >= blockNumber ? 'anchor' : 'later'
  }
}
