import type { Backend } from '../../Backend.ts'
import { maxFeePerGasOf } from '../../fees.ts'
import { toHex, toQuantity } from '../../hex.ts'
import type { PooledTransaction } from '../../pool/TransactionPool.ts'
import { encodeRpcTransaction } from '../encoding/encodeTransaction.ts'
import { address, readParameters } from '../parameters.ts'
import type { RpcMethods } from '../router.ts'

/** geth's view of the pool: executable transactions are `pending`, those behind a nonce gap `queued`. */
export function createTxpoolMethods({ pool }: Backend): RpcMethods {
  return {
    async txpool_status() {
      const { pending, queued } = pool.content()
      return { pending: toQuantity(pending.length), queued: toQuantity(queued.length) }
    },
    async txpool_content() {
      const { pending, queued } = pool.content()
      const encode = ({ transaction }: PooledTransaction) => encodeRpcTransaction(transaction)
      return { pending: bySender(pending, encode), queued: bySender(queued, encode) }
    },
    async txpool_contentFrom(params) {
      const { pending, queued } = pool.content(readParameters(params, { sender: address }).sender)
      const encode = ({ transaction }: PooledTransaction) => encodeRpcTransaction(transaction)
      return { pending: byNonce(pending, encode), queued: byNonce(queued, encode) }
    },
    async txpool_inspect() {
      const { pending, queued } = pool.content()
      return { pending: bySender(pending, summary), queued: bySender(queued, summary) }
    },
  }
}

type Encode = (entry: PooledTransaction) => unknown

function bySender(entries: PooledTransaction[], encode: Encode): Record<string, Record<string, unknown>> {
  const senders: Record<string, Record<string, unknown>> = {}
  for (const entry of entries) {
    senders[entry.sender] ??= {}
    Object.assign(senders[entry.sender]!, byNonce([entry], encode))
  }
  return senders
}

function byNonce(entries: PooledTransaction[], encode: Encode): Record<string, unknown> {
  return Object.fromEntries(entries.map((entry) => [entry.nonce.toString(), encode(entry)]))
}

function summary({ transaction }: PooledTransaction): string {
  const to = transaction.to ? toHex(transaction.to.bytes) : 'contract creation'
  return `${to}: ${transaction.value} wei + ${transaction.gasLimit} gas × ${maxFeePerGasOf(transaction)} wei`
}
