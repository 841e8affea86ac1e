import { randomBytes } from 'node:crypto'
import type { Hex } from 'viem'
import { toHex } from '../hex.ts'
import type { PooledTransaction, TransactionPool } from '../pool/TransactionPool.ts'
import { encodeRpcHeader } from '../rpc/encoding/encodeBlock.ts'
import { encodeRpcTransaction } from '../rpc/encoding/encodeTransaction.ts'
import { defaultRpcLimits, type RpcLimits } from '../rpc/limits.ts'
import { logFilter } from '../rpc/logFilter.ts'
import { bool, Mismatch, optional, type Parser, readParameters, text } from '../rpc/parameters.ts'
import { RpcError, rpcCodes } from '../rpc/RpcError.ts'
import type { RpcConnection, RpcContext, RpcMethods } from '../rpc/router.ts'
import type { ChainStore, HeadChange } from '../store/ChainStore.ts'
import { changedLogs } from './changedLogs.ts'

type Subscription = {
  onHeadChange?(change: HeadChange): unknown[]
  onTransaction?(transaction: PooledTransaction): unknown[]
  /** Said once, right after the id. */
  first?: unknown[]
}

const kinds = ['newHeads', 'logs', 'newPendingTransactions', 'syncing'] as const

const kind: Parser<(typeof kinds)[number]> = (value) => {
  const found = kinds.find((name) => name === value)
  if (found === undefined) throw new Mismatch(`one of ${kinds.join(', ')}`, value)
  return found
}

/** `eth_subscribe` and `eth_unsubscribe`: only over connections that can push. */
export function createSubscriptionMethods(
  { store, pool }: { store: ChainStore; pool: Pick<TransactionPool, 'onTransaction'> },
  limits: Pick<RpcLimits, 'subscriptions'> = defaultRpcLimits,
): RpcMethods {
  const all = new Map<Hex, { subscription: Subscription; push(results: unknown[]): void }>()
  const byConnection = new WeakMap<RpcConnection, Set<Hex>>()

  store.onHeadChange((change) => {
    for (const { subscription, push } of all.values()) push(subscription.onHeadChange?.(change) ?? [])
  })
  pool.onTransaction((transaction) => {
    for (const { subscription, push } of all.values()) push(subscription.onTransaction?.(transaction) ?? [])
  })

  function idsOf(connection: RpcConnection): Set<Hex> {
    let ids = byConnection.get(connection)
    if (ids === undefined) {
      const opened = new Set<Hex>()
      byConnection.set(connection, opened)
      connection.onClose(() => {
        for (const id of opened) all.delete(id)
      })
      ids = opened
    }
    return ids
  }

  function subscribe(subscription: Subscription, connection: RpcConnection, { afterAnswer }: RpcContext): Hex {
    const ids = idsOf(connection)
    if (ids.size >= limits.subscriptions) {
      const message = `too many subscriptions: at most ${limits.subscriptions} on one connection; unsubscribe some`
      throw new RpcError(rpcCodes.limitExceeded, message)
    }
    const id = toHex(randomBytes(16))
    const send = (result: unknown) => connection.notify('eth_subscription', { subscription: id, result })
    // Until the client knows the id, what happens is kept for it.
    let early: unknown[] | undefined = [...(subscription.first ?? [])]
    const begin = () => {
      const results = early ?? []
      early = undefined
      results.forEach(send)
    }
    all.set(id, { subscription, push: (results) => (early ? early.push(...results) : results.forEach(send)) })
    ids.add(id)
    if (afterAnswer) afterAnswer(begin)
    else begin()
    return id
  }

  function connectionOf({ connection }: RpcContext): RpcConnection {
    if (connection) return connection
    throw new RpcError(rpcCodes.methodNotFound, 'notifications not supported: subscribe over a WebSocket')
  }

  return {
    async eth_subscribe(params, context) {
      const connection = connectionOf(context)
      return subscribe(subscriptionOf(params, store), connection, context)
    },
    async eth_unsubscribe(params, context) {
      const { subscription } = readParameters(params, { subscription: text })
      const id = subscription as Hex
      if (!idsOf(connectionOf(context)).delete(id)) throw new RpcError(rpcCodes.invalidInput, 'subscription not found')
      return all.delete(id)
    },
  }
}

function subscriptionOf(params: unknown[], { head }: Pick<ChainStore, 'head'>): Subscription {
  const [name, ...rest] = params
  switch (readParameters([name], { name: kind }).name) {
    case 'newHeads':
      return {
        // A head that only went back (`evm_revert`) is told as well: there is no other sign of it.
        onHeadChange: ({ added }) =>
          (added.length > 0 ? added : [head()]).map(({ block, hash }) => encodeRpcHeader(block.header, hash)),
      }
    case 'logs': {
      const { filter } = readParameters(rest, { filter: optional(logFilter, { addresses: [], topics: [] }) })
      return { onHeadChange: (change) => changedLogs(change, filter) }
    }
    case 'newPendingTransactions': {
      const { full } = readParameters(rest, { full: optional(bool, false) })
      return {
        onTransaction: ({ transaction, hash }) => [full ? encodeRpcTransaction(transaction) : hash],
      }
    }
    case 'syncing':
      // This node makes its chain itself and is never behind.
      return { first: [false] }
  }
}
