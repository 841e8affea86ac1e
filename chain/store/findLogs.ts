import type { Hex } from 'viem'
import type { SealedBlock } from '../../execute/index.ts'
import { keccak256, type Log } from '../../execute/index.ts'
import { fromHex } from '../hex.ts'
import type { LogPosition } from '../rpc/encoding/encodeReceipt.ts'
import type { BloomBits, BloomCriteria, BloomIndex } from './BloomIndex.ts'
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
  collect(block, wantedBy(criteria), found)
  return found
}

/**
 * A search for logs: adds those of the canonical blocks `from` to `to` (both included) to `found`. Blocks whose bloom cannot
 * match are skipped unread.
 */
export function createLogSearch(
  { store, blooms }: { store: ChainStore; blooms: BloomIndex },
  criteria: LogCriteria,
): (from: number, to: number, found: FoundLog[]) => void {
  const wanted = wantedBy(criteria)
  const bits = bloomsOf(wanted)
  return (from, to, found) => {
    for (let group = Math.floor(from / 32); group * 32 <= to; group++) {
      let candidates = blooms.mayContain(group, bits)
      for (let number = group * 32; candidates !== 0; number++, candidates >>>= 1) {
        if ((candidates & 1) === 0 || number < from || number > to) continue
        const block = store.blockByNumber(BigInt(number))
        if (block && mayContain(block.block.header.logsBloom, bits)) collect(block, wanted, found)
      }
    }
  }
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

function bloomsOf({ addresses, topics }: Wanted): BloomCriteria {
  return [addresses, ...topics].filter((values) => values.length > 0).map((values) => values.map(bloomBits))
}

/** From the low 11 bits of the first three words of the hash. */
function bloomBits(value: Uint8Array): BloomBits {
  const hash = keccak256(value)
  const bitAt = (i: number) => ((hash[i]! << 8) | hash[i + 1]!) & 2047
  return [bitAt(0), bitAt(2), bitAt(4)]
}

function mayContain(bloom: Uint8Array, criteria: BloomCriteria): boolean {
  return criteria.every((any) => any.some((bits) => bits.every((bit) => (bloom[255 - (bit >> 3)]! >> (bit & 7)) & 1)))
}
