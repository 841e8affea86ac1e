import type { Database } from 'lmdb'
import type { Hex } from 'viem'
import {
  type ChainRules,
  decodeExecutionWitness,
  decodeHeader,
  encodeExecutionWitness,
  encodeHeader,
  type Header,
  keccak256,
  type SealedBlock,
  type WorldState,
} from '../../execute/index.ts'
import { fromHex, toHex } from '../hex.ts'
import { amendedParentRootOf, type BlockRecord, decodeBlockRecord, encodeBlockRecord } from './blockRecord.ts'
import { lazily } from './lazily.ts'
import { numberKey } from './numberKey.ts'

type Table = Database<Buffer, Uint8Array>

/** Blocks as they lie on disk, canonical or not, with the indexes by number and by transaction. */
export type BlockTables = {
  has(hash: Uint8Array): boolean
  header(hash: Uint8Array): Header | undefined
  /** Decoded where it is looked into. */
  block(hash: Hex): SealedBlock | undefined
  /** Root of what the block was built on, if that is not the state that its parent left. */
  amendedParentRoot(hash: Uint8Array): Uint8Array | undefined
  canonicalHash(number: bigint): Uint8Array | undefined
  transaction(hash: Hex): { block: Hex; index: number } | undefined
  /** Blocks of other branches. */
  sideBlocks(): SealedBlock[]
  put(block: SealedBlock, amendedParentState?: WorldState): void
  /** Enters a block that is there into the indexes, or takes it out of them. */
  index(block: SealedBlock): void
  retract(block: SealedBlock): void
  /** Takes a block that is in no index away. */
  remove(hash: Uint8Array): void
  removeWitness(hash: Uint8Array): void
}

/**
 * Reading throws what `damaged` makes of bytes that are not what was written.
 * @param table opens a table of the database
 */
export function createBlockTables(
  table: (name: string) => Table,
  rules: ChainRules,
  state: (root: Uint8Array) => WorldState,
  damaged: (what: string, cause?: unknown) => Error,
): BlockTables {
  const headers = table('headers')
  const records = table('records')
  const witnesses = table('witnesses')
  const canonical = table('canonical')
  const transactions = table('transactions')
  const side = table('sideBlocks')

  function header(hash: Uint8Array): Header | undefined {
    const encoded = headers.get(hash)
    if (encoded && Buffer.compare(keccak256(encoded), hash) !== 0) throw damaged(`the header of block ${toHex(hash)}`)
    return encoded && decodeHeader(encoded)
  }

  function blockOf(hash: Uint8Array): SealedBlock | undefined {
    const found = header(hash)
    if (found === undefined) return undefined
    let record: BlockRecord | undefined
    const read = () => {
      try {
        record ??= decodeBlockRecord(records.get(hash) as Buffer, rules)
        return record
      } catch (cause) {
        throw damaged(`block ${toHex(hash)}`, cause)
      }
    }
    const block = lazily(
      { header: found },
      {
        transactions: () => read().block.transactions,
        ommers: () => read().block.ommers,
        withdrawals: () => read().block.withdrawals,
      },
    )
    return lazily(
      { block, hash, state: state(found.stateRoot) },
      {
        receipts: () => read().receipts,
        requests: () => read().requests,
        blockAccessList: () => read().blockAccessList,
        witness: () => {
          const witness = witnesses.get(hash)
          return witness && decodeExecutionWitness(witness)
        },
      },
    )
  }

  return {
    has: (hash) => headers.doesExist(hash),
    header,
    block: (hash) => blockOf(fromHex(hash)),
    amendedParentRoot(hash) {
      const record = records.get(hash)
      return record && amendedParentRootOf(record)
    },
    canonicalHash: (number) => canonical.get(numberKey(number)),
    transaction(hash) {
      const place = transactions.get(fromHex(hash))
      return place && { block: toHex(place.subarray(0, 32)), index: place.readUInt32BE(32) }
    },
    sideBlocks: () => [...side.getKeys()].flatMap((hash) => blockOf(Buffer.from(hash)) ?? []),
    put(block, amendedParentState) {
      const { hash } = block
      headers.putSync(hash, view(encodeHeader(block.block.header)))
      records.putSync(hash, view(encodeBlockRecord(block, amendedParentState)))
      if (block.witness) witnesses.putSync(hash, view(encodeExecutionWitness(block.witness)))
    },
    index({ block, hash }) {
      side.removeSync(hash)
      canonical.putSync(numberKey(block.header.number), view(hash))
      block.transactions.forEach((transaction, index) => {
        transactions.putSync(transaction.hash(), Buffer.concat([hash, indexBytes(index)]))
      })
    },
    retract({ block, hash }) {
      canonical.removeSync(numberKey(block.header.number))
      for (const transaction of block.transactions) transactions.removeSync(transaction.hash())
      side.putSync(hash, Buffer.alloc(0))
    },
    remove(hash) {
      for (const table of [headers, records, witnesses, side]) table.removeSync(hash)
    },
    removeWitness: (hash) => void witnesses.removeSync(hash),
  }
}

function indexBytes(index: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(index)
  return bytes
}

function view(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
}
