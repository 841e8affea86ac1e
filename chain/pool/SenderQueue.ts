import type { PooledTransaction } from './TransactionPool.ts'

/** The transactions of one sender by nonce: a run without gaps from the account's nonce (executable), then the rest (queued). */
export type SenderQueue = {
  size(): number
  get(nonce: bigint): PooledTransaction | undefined
  /** The one with the account's nonce. */
  first(): PooledTransaction | undefined
  /** The one with the highest nonce. */
  last(): PooledTransaction | undefined
  /** In nonce order. */
  all(): PooledTransaction[]
  /** First nonce that is not taken, counted from the account's: what a new transaction should use. */
  nextNonce(): bigint
  set(entry: PooledTransaction): void
  delete(nonce: bigint): void
  /** The account's nonce changed: returns the transactions that it has overtaken, which stay until deleted. */
  advance(accountNonce: bigint): PooledTransaction[]
}

export function createSenderQueue(accountNonce: bigint): SenderQueue {
  const byNonce = new Map<bigint, PooledTransaction>()
  let base = accountNonce
  let next = accountNonce

  function extend(): void {
    while (byNonce.has(next)) next++
  }

  return {
    size: () => byNonce.size,
    get: (nonce) => byNonce.get(nonce),
    first: () => byNonce.get(base),
    last() {
      let last: PooledTransaction | undefined
      for (const entry of byNonce.values()) if (last === undefined || entry.nonce > last.nonce) last = entry
      return last
    },
    all: () => [...byNonce.values()].sort((a, b) => (a.nonce < b.nonce ? -1 : 1)),
    nextNonce: () => next,
    set(entry) {
      byNonce.set(entry.nonce, entry)
      extend()
    },
    delete(nonce) {
      byNonce.delete(nonce)
      if (nonce < next && nonce >= base) next = nonce
    },
    advance(nonce) {
      const overtaken: PooledTransaction[] = []
      for (const entry of byNonce.values()) if (entry.nonce < nonce) overtaken.push(entry)
      base = nonce
      next = nonce
      extend()
      return overtaken
    },
  }
}
