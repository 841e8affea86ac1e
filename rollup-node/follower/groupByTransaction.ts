import type { Hex } from 'viem'
import type { Advanced } from '../l1/RollupContract.ts'

/** One L1 transaction may advance a rollup by many blocks; its calldata is read once. */
export function groupByTransaction(events: Advanced[]): Advanced[][] {
  const groups = new Map<Hex, Advanced[]>()
  for (const event of events) groups.set(event.transactionHash, [...(groups.get(event.transactionHash) ?? []), event])
  return [...groups.values()]
}
