import type { Hex } from 'viem'
import { ChainError } from '../errors.ts'
import { toHex } from '../hex.ts'
import type { TransactionPool } from '../pool/TransactionPool.ts'
import type { ChainStore, TransactionLocation } from '../store/ChainStore.ts'

export type Inclusions = {
  /**
   * Resolves once the transaction is in a canonical block.
   * Errors: the reason for which the pool dropped it; INCLUSION_TIMEOUT after `milliseconds`.
   */
  waitFor(hash: Hex, milliseconds: number): Promise<TransactionLocation>
}

type Waiter = { resolve(location: TransactionLocation): void; reject(reason: Error): void }

/** Tells when transactions are included, however many are waited for. */
export function createInclusions(store: ChainStore, pool: TransactionPool): Inclusions {
  const waiters = new Map<Hex, Set<Waiter>>()

  store.onHeadChange(({ added }) => {
    if (waiters.size === 0) return
    for (const block of added) {
      block.receipts.forEach(({ transactionHash }, index) => {
        for (const waiter of waiters.get(toHex(transactionHash)) ?? []) waiter.resolve({ block, index })
      })
    }
  })
  pool.onDropped(({ entry, reason }) => {
    for (const waiter of waiters.get(entry.hash) ?? []) waiter.reject(reason)
  })

  return {
    async waitFor(hash, milliseconds) {
      const included = store.transaction(hash)
      if (included) return included
      let timer: NodeJS.Timeout | undefined
      let waiter: Waiter | undefined
      const set = waiters.get(hash) ?? new Set()
      waiters.set(hash, set)
      try {
        return await new Promise<TransactionLocation>((resolve, reject) => {
          waiter = { resolve, reject }
          set.add(waiter)
          timer = setTimeout(() => reject(timeout(hash, milliseconds)), milliseconds)
        })
      } finally {
        clearTimeout(timer)
        if (waiter) set.delete(waiter)
        if (set.size === 0 && waiters.get(hash) === set) waiters.delete(hash)
      }
    },
  }
}

function timeout(hash: Hex, milliseconds: number): ChainError {
  const message = `The transaction was added to the transaction pool but wasn't processed in ${milliseconds / 1000}s.`
  return new ChainError('INCLUSION_TIMEOUT', message, { value: hash, hint: 'ask for its receipt later' })
}
