import type { Hex } from 'viem'
import type { SealedBlock } from '../../execute/index.ts'
import { keccak256, type Log } from '../../execute/index.ts'
import { fromHex, toHex } from '../hex.ts'
import type { LogPosition } from '../rpc/encoding/encodeReceipt.ts'
import type { ChainStore } from './ChainStore.ts'

/**
 * Which logs are wanted: any of `addresses` (none given: all), and per topic position any of the given values
 * (`null` or nothing: all). Hex is lower case.
 */
export type LogCriteria = { addresses: Hex[]; topics: (Hex[] | null)[] }
export type FoundLog = LogPosition & { log: Log }

/** Logs of one block, in order. */
export function logsOfBlock(block: SealedBlock, criteria: LogCriteria): FoundLog[] {
  const found: FoundLog[] = []
  let logIndex = 0
  block.receipts.forEach((receipt, transactionIndex) => {
    for (const log of receipt.logs) {
      if (matches(log, criteria)) found.push({ log, block, transactionIndex, logIndex })
      logIndex++
    }
  })
  return found
}

/** Logs of the canonical blocks `from` to `to` (both included). Blocks whose bloom cannot match are skipped unread. */
export function findLogs(store: ChainStore, criteria: LogCriteria, from: bigint, to: bigint): FoundLog[] {
  const blooms = bloomsOf(criteria)
  const found: FoundLog[] = []
  for (let number = from; number <= to; number++) {
    const block = store.blockByNumber(number)
    if (block && mayContain(block.block.header.logsBloom, blooms)) found.push(...logsOfBlock(block, criteria))
  }
  return found
}

function matches(log: Log, { addresses, topics }: LogCriteria): boolean {
  if (addresses.length > 0 && !addresses.includes(toHex(log.address))) return false
  if (topics.length > log.topics.length) return false
  return topics.every((wanted, i) => !wanted || wanted.length === 0 || wanted.includes(toHex(log.topics[i]!)))
}

type BloomBits = { byte: number; mask: number }[]

/** Outer list: all must hold; inner: one of them. */
function bloomsOf({ addresses, topics }: LogCriteria): BloomBits[][] {
  return [addresses, ...topics].filter((values) => values && values.length > 0).map((values) => values!.map(bloomBits))
}

/** Three bits of the 2048, from the low 11 bits of the first three words of the hash (Yellow Paper 4.3.1). */
function bloomBits(value: Hex): BloomBits {
  const hash = keccak256(fromHex(value))
  return [0, 2, 4].map((i) => {
    const bit = ((hash[i]! << 8) | hash[i + 1]!) & 2047
    return { byte: 255 - (bit >> 3), mask: 1 << (bit & 7) }
  })
}

function mayContain(bloom: Uint8Array, all: BloomBits[][]): boolean {
  return all.every((any) => any.some((bits) => bits.every(({ byte, mask }) => (bloom[byte]! & mask) !== 0)))
}
