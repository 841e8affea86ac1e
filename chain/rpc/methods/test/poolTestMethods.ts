import type { Backend } from '../../../Backend.ts'
import { TransactionRejected } from '../../../pool/TransactionRejected.ts'
import { address, hash, readParameters } from '../../parameters.ts'
import type { RpcMethods } from '../../router.ts'

/** Transactions that shall not be mined after all. */
export function createPoolTestMethods({ pool }: Backend): RpcMethods {
  const reason = new TransactionRejected('DROPPED', 'the transaction was dropped from the pool on request')

  return {
    async dropTransaction(params) {
      const wanted = readParameters(params, { hash }).hash
      return pool.drop(wanted, reason) ? wanted : null
    },
    async dropAllTransactions(params) {
      readParameters(params, {})
      pool.clear(reason)
      return null
    },
    async removePoolTransactions(params) {
      const { pending, queued } = pool.content(readParameters(params, { address }).address)
      for (const entry of [...pending, ...queued].reverse()) pool.drop(entry.hash, reason)
      return null
    },
  }
}
