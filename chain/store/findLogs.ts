import type { Hex } from 'viem'
import type { SealedBlock } from '../../execute/index.ts'
import { keccak256, type Log } from '../../execute/index.ts'
import { fromHex } from '../hex.ts'
import type { LogPosition } from '../rpc/encoding/encodeReceipt.ts'
import type { ChainStore } from './ChainStore.ts'
import { logsBloomOf } from './packedBlock.ts'

/**
 * Which logs are wanted: any of `addresses` (none given: all), and per topic position any of the given values
 * (`null` or nothing: all). Hex is lower case.
 */
export type LogCriteria = { addresses: Hex[]; topics: (Hex[] | null)[] }
export type FoundLog = LogPosition & { log: Log }

/** Logs of one block, in order. */
export function logsOfBlock(block: SealedBlock, criteria: LogCriteria): FoundLog[] {
  const found: FoundLog[] = []
  collect(block, wantedBy(criteria), found)
  return found
}

/** Logs of the canonical blocks `from` to `to` (both included). Blocks whose bloom cannot match are skipped unread. */
export function findLogs(store: ChainStore, criteria: LogCriteria, from: bigint, to: bigint): FoundLog[] {
  const wanted = wantedBy(criteria)
  const blooms = bloomsOf(wanted)
  const found: FoundLog[] = []
  for (let number = from; number <= to; number++) {
    const block = store.blockByNumber(number)
    if (block && mayContain(logsBloomOf(block), blooms)) collect(block, wanted, found)
  }
  return found
}

/** The criteria as bytes, which logs are made of; nothing in a list: all. */
type Wanted = { addresses: Uint8Array[]; topics: Uint8Array[][] }

function wantedBy({ addresses, topics }: LogCriteria): Wanted {
  return { addresses: addresses.map(fromHex), topics: topics.map((values) => (values ?? []).map(fromHex)) }
}

function collect(block: SealedBlock, wanted: Wanted, found: FoundLog[]): void {
  let logIndex = 0
  for (const [transactionIndex, { logs }] of block.receipts.entries()) {
    for (const log of logs) {
      if (matches(log, wanted)) found.push({ log, block, transactionIndex, logIndex })
      logIndex++
    }
  }
}

function matches(log: Log, { addresses, topics }: Wanted): boolean {
  if (topics.length > log.topics.length || !isOneOf(addresses, log.address)) return false
  for (let i = 0; i < topics.length; i++) if (!isOneOf(topics[i]!, log.topics[i]!)) return false
  return true
}

function isOneOf(values: Uint8Array[], value: Uint8Array): boolean {
  for (const one of values) if (isSame(one, value)) return true
  return values.length === 0
}

/** From the end, where padded values differ. */
function isSame(a: Uint8Array, b: Uint8Array): boolean {
  for (let i = a.length - 1; i >= 0; i--) if (a[i] !== b[i]) return false
  return true
}

type BloomBits = { byte: number; mask: number }[]

/** Outer list: all must hold; inner: one of them. */
function bloomsOf({ addresses, topics }: Wanted): BloomBits[][] {
  return [addresses, ...topics].filter((values) => values.length > 0).map((values) => values.map(bloomBits))
}

/** Three bits of the 2048, from the low 11 bits of the first three words of the hash (Yellow Paper 4.3.1). */
function bloomBits(value: Uint8Array): BloomBits {
  const hash = keccak256(value)
  return [0, 2, 4].map((i) => {
    const bit = ((hash[i]! << 8) | hash[i + 1]!) & 2047
    return { byte: 255 - (bit >> 3), mask: 1 << (bit & 7) }
  })
}

function mayContain(bloom: Uint8Array, all: BloomBits[][]): boolean {
  for (const any of all) if (!any.some((bits) => contains(bloom, bits))) return false
  return true
}

function contains(bloom: Uint8Array, bits: BloomBits): boolean {
  for (const { byte, mask } of bits) if ((bloom[byte]! & mask) === 0) return false
  return true
}
