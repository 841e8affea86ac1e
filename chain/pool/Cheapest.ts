import type { Hex } from 'viem'
import { effectiveTip } from '../fees.ts'
import type { PooledTransaction } from './TransactionPool.ts'

/**
 * The transactions of a full pool that pay least, of those that no other waits for: each sender's last. Looking through a
 * whole pool takes long, so one look lists many.
 */
export type Cheapest = {
  /** Of equals the one that came last. */
  peek(baseFee: bigint): PooledTransaction | undefined
  /** The pool has taken it, or it has become its sender's last. */
  add(entry: PooledTransaction): void
  /** The pool has changed in other ways. */
  reset(): void
}

type Candidate = { entry: PooledTransaction; tip: bigint }

const listedAtOnce = 512

/** @param isLast whether the transaction is in the pool, and its sender has none with a higher nonce there */
export function createCheapest(
  entries: () => Iterable<PooledTransaction>,
  isLast: (entry: PooledTransaction) => boolean,
): Cheapest {
  /** The cheapest at the end; everything that is not listed pays at least as much as the first. */
  let listed: Candidate[] = []
  let listedFor: bigint | undefined

  function look(baseFee: bigint): void {
    const lastOfSender = new Map<Hex, PooledTransaction>()
    for (const entry of entries()) {
      const last = lastOfSender.get(entry.sender)
      if (last === undefined || entry.nonce > last.nonce) lastOfSender.set(entry.sender, entry)
    }
    const candidates = [...lastOfSender.values()].map((entry) => ({
      entry,
      tip: effectiveTip(entry.transaction, baseFee),
    }))
    listed = candidates.sort((a, b) => (pays(a, b) ? -1 : 1)).slice(-listedAtOnce)
    listedFor = baseFee
  }

  function peekListed(): PooledTransaction | undefined {
    for (let candidate = listed.at(-1); candidate; candidate = listed.at(-1)) {
      if (isLast(candidate.entry)) return candidate.entry
      listed.pop()
    }
    return undefined
  }

  return {
    peek(baseFee) {
      const known = baseFee === listedFor ? peekListed() : undefined
      if (known) return known
      look(baseFee)
      return peekListed()
    },
    add(entry) {
      if (listedFor === undefined || listed.length === 0) return
      const added = { entry, tip: effectiveTip(entry.transaction, listedFor) }
      const at = listed.findIndex((candidate) => !pays(candidate, added))
      if (at !== 0) listed.splice(at < 0 ? listed.length : at, 0, added)
    },
    reset() {
      listed = []
      listedFor = undefined
    },
  }
}

/** Whether `a` stays longer than `b`. */
function pays(a: Candidate, b: Candidate): boolean {
  return a.tip === b.tip ? a.entry.arrival < b.entry.arrival : a.tip > b.tip
}
