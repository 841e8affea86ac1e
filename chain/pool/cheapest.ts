import type { Hex } from 'viem'
import { effectiveTip } from '../fees.ts'
import type { PooledTransaction } from './TransactionPool.ts'

/**
 * The transaction that pays least, of those that no other waits for: each sender's last. Of equals the one that came last.
 * @param baseFee wei per gas
 */
export function cheapest(entries: Iterable<PooledTransaction>, baseFee: bigint): PooledTransaction | undefined {
  const lastOfSender = new Map<Hex, PooledTransaction>()
  for (const entry of entries) {
    const last = lastOfSender.get(entry.sender)
    if (last === undefined || entry.nonce > last.nonce) lastOfSender.set(entry.sender, entry)
  }
  let least: { entry: PooledTransaction; tip: bigint } | undefined
  for (const entry of lastOfSender.values()) {
    const tip = effectiveTip(entry.transaction, baseFee)
    if (least === undefined || tip < least.tip || (tip === least.tip && entry.arrival > least.entry.arrival)) {
      least = { entry, tip }
    }
  }
  return least?.entry
}
