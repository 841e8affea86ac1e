import type { Hex } from 'viem'
import type { LogCriteria } from '../store/findLogs.ts'
import { type BlockIdentifier, blockNumberOrTag } from './blockIdentifier.ts'
import { address, hash, list, Mismatch, object, optional, type Parser } from './parameters.ts'

export type LogFilter = LogCriteria & {
  fromBlock?: BlockIdentifier
  toBlock?: BlockIdentifier
  blockHash?: Hex
}

const maxTopics = 4
/** Of one position: each of them is compared with each log (go-ethereum's limit). */
const maxAlternatives = 1000

function oneOrMany<T>(parser: Parser<T>): Parser<T[]> {
  return (value) => {
    if (!Array.isArray(value)) return [parser(value)]
    if (value.length > maxAlternatives) throw new Mismatch(`at most ${maxAlternatives} values`, value.length)
    return list(parser)(value)
  }
}

/** A null among alternatives is one that every topic fits, as go-ethereum has it. */
const topicAlternatives: Parser<Hex[] | undefined> = (value) => {
  const alternatives = oneOrMany(optional(hash))(value)
  return alternatives.includes(undefined) ? undefined : (alternatives as Hex[])
}

const fields = object({
  address: optional(oneOrMany(address), []),
  topics: optional(list(optional(topicAlternatives)), []),
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
