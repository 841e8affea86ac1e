import type { Hex } from 'viem'
import type { ChainStore } from '../store/ChainStore.ts'
import { type FoundLog, findLogs, type LogCriteria, logsOfBlock } from '../store/findLogs.ts'
import { type BlockIdentifier, blockNumberOrTag, requireBlock } from './blockIdentifier.ts'
import { address, hash, list, Mismatch, object, optional, type Parser } from './parameters.ts'
import { RpcError, rpcCodes } from './RpcError.ts'

export type LogFilter = LogCriteria & {
  fromBlock?: BlockIdentifier
  toBlock?: BlockIdentifier
  blockHash?: Hex
}

const maxTopics = 4

function oneOrMany<T>(parser: Parser<T>): Parser<T[]> {
  return (value) => (Array.isArray(value) ? list(parser)(value) : [parser(value)])
}

const fields = object({
  address: optional(oneOrMany(address), []),
  topics: optional(list(optional(oneOrMany(hash))), []),
  fromBlock: optional(blockNumberOrTag),
  toBlock: optional(blockNumberOrTag),
  blockHash: optional(hash),
})

/** The filter object of `eth_getLogs`, `eth_newFilter` and `eth_subscribe`. */
export const logFilter: Parser<LogFilter> = (value) => {
  const { address: addresses, topics, fromBlock, toBlock, blockHash } = fields(value)
  if (blockHash && (fromBlock !== undefined || toBlock !== undefined)) {
    throw new Mismatch('either blockHash or fromBlock and toBlock (cannot specify both)', value)
  }
  if (topics.length > maxTopics) throw new Mismatch(`at most ${maxTopics} topics`, topics.length)
  return {
    addresses,
    topics: topics.map((topic) => topic ?? null),
    ...(fromBlock !== undefined && { fromBlock }),
    ...(toBlock !== undefined && { toBlock }),
    ...(blockHash && { blockHash }),
  }
}

/**
 * Canonical logs that a filter asks for. Without bounds: the head's.
 * Errors: -32000 for an unknown block hash, -32602 for a range that is reversed or ends beyond the head.
 */
export function queryLogs(store: ChainStore, filter: LogFilter): FoundLog[] {
  if (filter.blockHash) {
    return logsOfBlock(requireBlock(store, { hash: filter.blockHash, requireCanonical: false }), filter)
  }
  const head = store.head().block.header.number
  const numberOf = (id: BlockIdentifier = 'latest') =>
    typeof id === 'bigint' ? id : requireBlock(store, id).block.header.number
  const from = numberOf(filter.fromBlock)
  const to = numberOf(filter.toBlock)
  if (from > to) throw new RpcError(rpcCodes.invalidParams, `invalid block range params: from ${from} to ${to}`)
  if (to > head) {
    throw new RpcError(rpcCodes.invalidParams, `block range extends beyond current head block: to ${to}, head ${head}`)
  }
  return findLogs(store, filter, from, to)
}
