import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { Database, RootDatabase } from 'lmdb'
import type { Hex } from 'viem'
import {
  type ChainRules,
  decodeExecutionWitness,
  decodeHeader,
  encodeExecutionWitness,
  encodeHeader,
  hashHeader,
  type NodeStore,
  newNodes,
  type SealedBlock,
  type WorldState,
  worldStateFromNodes,
} from '../../execute/index.ts'
import { createBlobArchive } from '../blobs/BlobArchive.ts'
import { ChainError } from '../errors.ts'
import { fromHex, toHex } from '../hex.ts'
import type { Archive, Tags } from './Archive.ts'
import { decodeBlockRecord, encodeBlockRecord } from './blockRecord.ts'
import { type ChainIdentity, differences } from './chainIdentity.ts'
import { lazily } from './lazily.ts'

export type ArchiveOptions = {
  /** Of this chain alone. Made if it does not exist. */
  directory: string
  /** For messages. */
  name: string
  rules: ChainRules
  identity: ChainIdentity
}

/** Of the layout below. Whoever changes what lies in a table raises it. */
const formatVersion = 1

type Meta = { format: number; identity: ChainIdentity; tags: Tags }
type Table = Database<Buffer, Uint8Array>

/**
 * Opens the archive of a chain, or begins one with `genesis`.
 * Errors: STATE_DIR_MISMATCH (another chain, or another format), STATE_DIR_CORRUPT.
 */
export async function openArchive(options: ArchiveOptions, genesis: SealedBlock): Promise<Archive> {
  const { directory, rules } = options
  const environment = await openEnvironment(directory)
  const table = (name: string): Table => environment.openDB({ name, encoding: 'binary', keyEncoding: 'binary' })
  const headers = table('headers')
  const records = table('records')
  const witnesses = table('witnesses')
  const canonical = table('canonical')
  const transactions = table('transactions')
  const nodes = table('nodes')
  const codes = table('codes')
  const blobs = createBlobArchive(table('blobs'), table('blobInclusions'))
  const metaTable = table('meta')

  const nodeStore: NodeStore = { node: (hash) => nodes.get(hash), code: (hash) => codes.get(hash) }
  const stored = new WeakSet<object>()

  function writeState(state: WorldState): void {
    for (const { kind, hash, bytes } of newNodes(state, stored))
      (kind === 'node' ? nodes : codes).putSync(hash, put(bytes))
  }

  function blockByHash(hash: Hex): SealedBlock | undefined {
    const key = fromHex(hash)
    const encoded = headers.get(key)
    if (encoded === undefined) return undefined
    const header = decodeHeader(encoded)
    let record: ReturnType<typeof decodeBlockRecord> | undefined
    const read = () => {
      record ??= decodeBlockRecord(records.get(key) as Buffer, rules)
      return record
    }
    const block = lazily(
      { header },
      {
        transactions: () => read().block.transactions,
        ommers: () => read().block.ommers,
        withdrawals: () => read().block.withdrawals,
      },
    )
    return lazily(
      { block, hash: key, state: worldStateFromNodes(header.stateRoot, nodeStore) },
      {
        receipts: () => read().receipts,
        requests: () => read().requests,
        blockAccessList: () => read().blockAccessList,
        witness: () => {
          const witness = witnesses.get(key)
          return witness && decodeExecutionWitness(witness)
        },
      },
    )
  }

  function append(block: SealedBlock, amendedParentState?: WorldState): void {
    const { hash } = block
    if (amendedParentState) writeState(amendedParentState)
    writeState(block.state)
    headers.putSync(hash, put(encodeHeader(block.block.header)))
    records.putSync(hash, put(encodeBlockRecord(block, amendedParentState)))
    if (block.witness) witnesses.putSync(hash, put(encodeExecutionWitness(block.witness)))
    canonical.putSync(numberKey(block.block.header.number), put(hash))
    block.block.transactions.forEach((transaction, index) => {
      transactions.putSync(transaction.hash(), Buffer.concat([hash, indexBytes(index)]))
    })
  }

  function readMeta(): Meta | undefined {
    const bytes = metaTable.get(metaKey)
    return bytes && (deserialize(bytes) as Meta)
  }

  function setTags(tags: Tags): void {
    const meta: Meta = { format: formatVersion, identity: options.identity, tags }
    metaTable.putSync(metaKey, serialize(meta))
  }

  const archive: Archive = {
    commit: (write) => environment.transactionSync(write),
    tags: () => readMeta()!.tags,
    setTags,
    blockByHash,
    canonicalHash(number) {
      const hash = canonical.get(numberKey(number))
      return hash && toHex(hash)
    },
    transaction(hash) {
      const place = transactions.get(fromHex(hash))
      return place && { block: toHex(place.subarray(0, 32)), index: place.readUInt32BE(32) }
    },
    amendedParentState(hash) {
      const record = records.get(fromHex(hash))
      const root = record && decodeBlockRecord(record, rules).amendedParentRoot
      return root && worldStateFromNodes(root, nodeStore)
    },
    state: (root) => worldStateFromNodes(root, nodeStore),
    append,
    retract({ block }) {
      canonical.removeSync(numberKey(block.header.number))
      for (const transaction of block.transactions) transactions.removeSync(transaction.hash())
    },
    remove(hash) {
      const key = fromHex(hash)
      for (const table of [headers, records, witnesses]) table.removeSync(key)
    },
    removeWitness: (hash) => void witnesses.removeSync(fromHex(hash)),
    blobs,
    close: () => environment.close(),
  }

  try {
    const meta = readMeta()
    if (meta) assertContinues(meta, archive, nodeStore, options)
    else
      archive.commit(() => {
        append(genesis)
        setTags({ head: toHex(genesis.hash) })
      })
    return archive
  } catch (error) {
    await environment.close()
    throw error
  }
}

const metaKey = Buffer.from('meta')

/** One file, `chain.mdb`, and its lock. Loaded here, because a chain without a directory has no use for it. */
async function openEnvironment(directory: string): Promise<RootDatabase> {
  mkdirSync(directory, { recursive: true })
  const { open } = await import('lmdb')
  // noMetaSync: data reaches the disk before the next commit, so that even a power cut costs the last block at most.
  return open({ path: join(directory, 'chain.mdb'), noSubdir: true, maxDbs: 16, noMetaSync: true })
}

function assertContinues(
  { format, identity, tags }: Meta,
  archive: Archive,
  nodes: NodeStore,
  options: ArchiveOptions,
): void {
  const { directory, name } = options
  const differing = format === formatVersion ? differences(identity, options.identity) : [`its format is ${format}`]
  if (differing.length > 0) {
    const shown = differing.slice(0, 5).join('; ')
    const more = differing.length > 5 ? `; and ${differing.length - 5} more` : ''
    throw new ChainError('STATE_DIR_MISMATCH', `${directory} holds another chain than ${name}: ${shown}${more}`, {
      value: directory,
      expected: 'a state directory of the same chain, or an empty one',
      hint: 'start with the configuration that made it, choose another directory, or delete it to begin anew',
    })
  }
  const head = archive.blockByHash(tags.head)
  const header = head?.block.header
  const complete =
    header !== undefined &&
    toHex(hashHeader(header)) === tags.head &&
    archive.canonicalHash(header.number) === tags.head &&
    nodes.node(header.stateRoot) !== undefined
  if (complete) return
  throw new ChainError('STATE_DIR_CORRUPT', `the head of ${name} in ${directory} is incomplete`, {
    value: tags.head,
    expected: 'a head with header, canonical number and state',
    hint: 'restore the directory from a copy, or delete it to begin anew',
  })
}

function numberKey(number: bigint): Buffer {
  const key = Buffer.alloc(8)
  key.writeBigUInt64BE(number)
  return key
}

function indexBytes(index: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(index)
  return bytes
}

/** A view, not a copy. */
function put(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
}
