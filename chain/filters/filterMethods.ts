import { randomBytes } from 'node:crypto'
import type { Hex } from 'viem'
import type { Backend } from '../Backend.ts'
import { toHex } from '../hex.ts'
import type { PooledTransaction, TransactionPool } from '../pool/TransactionPool.ts'
import { encodeLogs } from '../rpc/encoding/encodeLogs.ts'
import { encodeRpcTransaction } from '../rpc/encoding/encodeTransaction.ts'
import type { WritableResult } from '../rpc/encoding/JsonBytes.ts'
import { defaultRpcLimits, type RpcLimits } from '../rpc/limits.ts'
import { logFilter } from '../rpc/logFilter.ts'
import { bool, optional, readParameters, text } from '../rpc/parameters.ts'
import { queryLogs } from '../rpc/queryLogs.ts'
import { RpcError, rpcCodes } from '../rpc/RpcError.ts'
import type { RpcMethods } from '../rpc/router.ts'
import type { HeadChange } from '../store/ChainStore.ts'
import { changedLogs } from './changedLogs.ts'
import { createJournal } from './journal.ts'

type Filter = {
  /** What has happened since the last read. */
  changes(): unknown[]
  /** Positions in the journals from which on the filter has not read. */
  positions: { heads: number; transactions: number }
  /** Of a log filter: `eth_getFilterLogs`. */
  logs?: () => Promise<WritableResult>
  /** Unix milliseconds. */
  lastRead: number
}

/**
 * `eth_newFilter` and its kin. A filter remembers where it has read to and does its work when it is read; one that
 * nobody reads expires.
 */
export function createFilterMethods(
  { store, blooms, pool }: Pick<Backend, 'store' | 'blooms'> & { pool: Pick<TransactionPool, 'onTransaction'> },
  limits: Pick<RpcLimits, 'filters' | 'filterExpiry' | 'logBlocks' | 'logResults'> = defaultRpcLimits,
  now: () => number = Date.now,
): RpcMethods {
  const filters = new Map<string, Filter>()
  const heads = createJournal<HeadChange>()
  const transactions = createJournal<PooledTransaction>()
  store.onHeadChange((change) => {
    sweep()
    if (filters.size > 0) heads.append(change)
  })
  pool.onTransaction((transaction) => {
    if (filters.size > 0) transactions.append(transaction)
  })

  function sweep(): void {
    const oldest = now() - limits.filterExpiry
    for (const [id, filter] of filters) if (filter.lastRead < oldest) filters.delete(id)
    const positions = [...filters.values()].map((filter) => filter.positions)
    heads.trim(positions.reduce((lowest, { heads }) => Math.min(lowest, heads), heads.end()))
    transactions.trim(
      positions.reduce((lowest, { transactions }) => Math.min(lowest, transactions), transactions.end()),
    )
  }

  /** @param read turns what has happened since the last read into the filter's changes */
  function install(
    read: (news: { heads: HeadChange[]; transactions: PooledTransaction[] }) => unknown[],
  ): Filter & { id: Hex } {
    sweep()
    if (filters.size >= limits.filters) {
      throw new RpcError(rpcCodes.limitExceeded, `too many filters: at most ${limits.filters}; uninstall some`)
    }
    const filter: Filter & { id: Hex } = {
      id: toHex(randomBytes(16)),
      positions: { heads: heads.end(), transactions: transactions.end() },
      lastRead: now(),
      changes() {
        const { positions } = filter
        const news = { heads: heads.since(positions.heads), transactions: transactions.since(positions.transactions) }
        filter.positions = { heads: heads.end(), transactions: transactions.end() }
        return read(news)
      },
    }
    filters.set(filter.id, filter)
    return filter
  }

  function find(params: unknown[]): Filter {
    sweep()
    const filter = filters.get(readParameters(params, { filter: text }).filter)
    if (filter === undefined) throw new RpcError(rpcCodes.invalidInput, 'filter not found')
    filter.lastRead = now()
    return filter
  }

  return {
    async eth_newFilter(params) {
      const { filter } = readParameters(params, { filter: logFilter })
      const installed = install((news) => news.heads.flatMap((change) => changedLogs(change, filter)))
      installed.logs = async () => encodeLogs(await queryLogs({ store, blooms }, filter, limits))
      return installed.id
    },
    async eth_newBlockFilter() {
      return install((news) => news.heads.flatMap(({ added }) => added.map(({ hash }) => toHex(hash)))).id
    },
    async eth_newPendingTransactionFilter(params) {
      const { full } = readParameters(params, { full: optional(bool, false) })
      const encode = ({ transaction, hash }: PooledTransaction) => (full ? encodeRpcTransaction(transaction) : hash)
      return install((news) => news.transactions.map(encode)).id
    },
    eth_getFilterChanges: async (params) => find(params).changes(),
    async eth_getFilterLogs(params) {
      const { logs } = find(params)
      if (logs === undefined) throw new RpcError(rpcCodes.invalidInput, 'filter not found: not a log filter')
      return logs()
    },
    async eth_uninstallFilter(params) {
      return filters.delete(readParameters(params, { filter: text }).filter)
    },
  }
}
