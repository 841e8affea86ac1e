import { effectiveTip } from '../fees.ts'
import type { PooledTransaction } from './TransactionPool.ts'

/** Walks executable transactions from the best paying on, each sender's in nonce order. */
export type BestTransactions = {
  /** The best of what is left, or undefined. */
  peek(): PooledTransaction | undefined
  /** It was included: its sender's next one becomes available. */
  take(): void
  /** It was not: none of its sender's is available any more. */
  skipSender(): void
}

type Candidate = { entry: PooledTransaction; tip: bigint }

/**
 * @param first each sender's first executable transaction
 * @param following the transaction after this one of the same sender
 * @param baseFee of the block that is built, wei
 */
export function bestTransactions(
  first: Iterable<PooledTransaction>,
  following: (entry: PooledTransaction) => PooledTransaction | undefined,
  baseFee: bigint,
): BestTransactions {
  // A binary heap, best on top: senders may be thousands.
  const heap: Candidate[] = []

  function push(entry: PooledTransaction | undefined): void {
    if (entry === undefined) return
    const tip = effectiveTip(entry.transaction, baseFee)
    // Cannot pay the base fee: waits in the pool, and its sender's later ones with it.
    if (tip < 0n) return
    heap.push({ entry, tip })
    let i = heap.length - 1
    while (i > 0) {
      const parent = (i - 1) >> 1
      if (!better(heap[i]!, heap[parent]!)) break
      swap(i, parent)
      i = parent
    }
  }

  function pop(): PooledTransaction | undefined {
    const top = heap[0]
    const last = heap.pop()
    if (top === undefined || last === undefined || heap.length === 0) return top?.entry
    heap[0] = last
    for (let i = 0; ; ) {
      const left = 2 * i + 1
      let best = i
      if (left < heap.length && better(heap[left]!, heap[best]!)) best = left
      if (left + 1 < heap.length && better(heap[left + 1]!, heap[best]!)) best = left + 1
      if (best === i) return top.entry
      swap(i, best)
      i = best
    }
  }

  function swap(i: number, j: number): void {
    const kept = heap[i]!
    heap[i] = heap[j]!
    heap[j] = kept
  }

  for (const entry of first) push(entry)
  return {
    peek: () => heap[0]?.entry,
    take() {
      const taken = pop()
      if (taken) push(following(taken))
    },
    skipSender: () => void pop(),
  }
}

/** Higher tip first; of equals the one that came first. */
function better(a: Candidate, b: Candidate): boolean {
  return a.tip === b.tip ? a.entry.arrival < b.entry.arrival : a.tip > b.tip
}
