import type { BestTransactions } from './bestTransactions.ts'
import type { PooledTransaction } from './TransactionPool.ts'

/** Walks transactions in the order given, whatever they pay: that of a block which is built again. */
export function inOrder(entries: readonly PooledTransaction[]): BestTransactions {
  let left = [...entries].reverse()
  return {
    peek: () => left.at(-1),
    take: () => void left.pop(),
    skipSender() {
      const sender = left.at(-1)?.sender
      left = left.filter((entry) => entry.sender !== sender)
    },
  }
}
