import type { Hex } from 'viem'
import { MissingData, type PrecompileContext, type SealedBlock } from '../../execute/index.ts'
import { toHex } from '../hex.ts'
import type { HeadChange } from '../store/ChainStore.ts'
import type { BlobArchive, BlobTable } from './BlobArchive.ts'
import { type BlobSidecar, blobBytes } from './BlobSidecar.ts'
import { withoutTrailingZeros } from './withoutTrailingZeros.ts'

/** One blob as it is kept. */
export type StoredBlob = {
  /** 131,072 bytes. */
  blob: Uint8Array
  commitment: Uint8Array
  /** EIP-4844's proof; absent if the blob came with cell proofs. */
  proof: Uint8Array | undefined
}

/** Which blobs EXECUTE may read: those of its transaction, of earlier ones in the block, and of recent blocks. */
export type BlobContext = Pick<PrecompileContext, 'blockNumber' | 'blobVersionedHashes' | 'earlierBlobVersionedHashes'>

export type BlobStore = {
  /** Takes the checked sidecar of a transaction that enters the pool, and keeps it while the transaction waits. */
  hold(sidecar: BlobSidecar): void
  /** As `hold`, for a transaction that returns to the pool from a removed block. `false`, and nothing done, if a blob is gone. */
  holdAgain(versionedHashes: readonly Hex[]): boolean
  /** The transaction has left the pool, by whichever way. */
  release(versionedHashes: readonly Hex[]): void
  /** Records which canonical blocks carry which blobs, and drops what has left the retention time. */
  follow(change: HeadChange): void
  get(versionedHash: Hex): StoredBlob | undefined
  /**
   * The whole blob, 131,072 bytes, for EXECUTE. The answer depends on the chain alone, never on what this node happens
   * to keep: `undefined` means that no chain of this history may read it. Errors: MISSING_BLOB when it may be read but
   * this node does not have it (its block was imported without sidecars).
   */
  read(versionedHash: Uint8Array, context: BlobContext): Uint8Array | undefined
}

type Entry = {
  /** Without trailing zeros: blobs of a devnet are mostly empty. */
  bytes: Uint8Array
  commitment: Uint8Array
  proof: Uint8Array | undefined
  /** Transactions in the pool that carry it. */
  holds: number
  /** Highest block known when it was last in use. */
  lastUsed: bigint
}

export type BlobStoreOptions = {
  /** Blocks for which a blob can be read after the block that carried it. */
  retentionBlocks: number
  /** Blocks for which, beyond that, blobs stay so that old blocks can be run again. @default 8192 */
  historyBlocks?: number
  /** Where blobs of blocks go on from memory. */
  archive?: BlobArchive
  /** Number of the chain's newest block as it is kept there. @default 0 */
  head?: bigint
}

/** Blocks for which a blob stays in memory although it is archived. */
const memoryBlocks = 64n

export function createBlobStore(options: BlobStoreOptions): BlobStore {
  const retention = BigInt(options.retentionBlocks)
  const kept = retention + BigInt(options.historyBlocks ?? 8_192)
  const { archive } = options
  const keptInMemory = archive ? memoryBlocks : kept
  const entries = new Map<Hex, Entry>()
  // Canonical blocks that carry a blob, by its versioned hash, in ascending order.
  const inclusions: BlobTable<Hex, bigint[]> = archive?.inclusions ?? new Map<Hex, bigint[]>()
  // The other way round: what each of those blocks carries.
  const carried: BlobTable<bigint, Hex[]> = archive?.carried ?? new Map<bigint, Hex[]>()
  let head = options.head ?? 0n

  function entryOf(hash: Hex): Entry | undefined {
    const entry = entries.get(hash)
    const archived = entry ? undefined : archive?.blobs.get(hash)
    if (archived === undefined) return entry
    const { blob, ...rest } = archived
    const found = { ...rest, bytes: withoutTrailingZeros(blob), holds: 0, lastUsed: head }
    entries.set(hash, found)
    return found
  }

  function include(block: SealedBlock): void {
    const { number } = block.block.header
    const hashes = versionedHashesOf(block)
    if (hashes.length > 0) carried.set(number, hashes)
    for (const hash of hashes) {
      const numbers = inclusions.get(hash) ?? []
      if (numbers.at(-1) !== number) inclusions.set(hash, [...numbers, number])
      const entry = entryOf(hash)
      if (entry === undefined) continue
      use(hash, entry, number)
      archive?.blobs.set(hash, storedBlob(entry))
    }
  }

  function retract(block: SealedBlock): void {
    carried.delete(block.block.header.number)
    for (const hash of versionedHashesOf(block)) {
      const numbers = inclusions.get(hash)?.filter((number) => number < block.block.header.number) ?? []
      if (numbers.length > 0) inclusions.set(hash, numbers)
      else inclusions.delete(hash)
    }
  }

  /** Map order is age: what was used last stands at the end, so that eviction looks at the front only. */
  function use(hash: Hex, entry: Entry, number: bigint): void {
    entry.lastUsed = number > entry.lastUsed ? number : entry.lastUsed
    entries.delete(hash)
    entries.set(hash, entry)
  }

  function evict(): void {
    for (const [hash, entry] of entries) {
      if (entry.lastUsed + keptInMemory >= head) break
      if (entry.holds > 0) {
        use(hash, entry, head)
        continue
      }
      entries.delete(hash)
    }
  }

  /** Lets go of what no later block has carried again. */
  function forget(number: bigint): void {
    for (const hash of carried.get(number) ?? []) {
      if (inclusions.get(hash)?.at(-1) !== number) continue
      archive?.blobs.delete(hash)
      inclusions.delete(hash)
    }
    carried.delete(number)
  }

  function readable(hash: Hex, context: BlobContext): boolean {
    const carried = [...context.blobVersionedHashes, ...context.earlierBlobVersionedHashes]
    if (carried.some((other) => toHex(other) === hash)) return true
    const numbers = inclusions.get(hash) ?? []
    return numbers.some((number) => number < context.blockNumber && number + retention >= context.blockNumber)
  }

  function get(versionedHash: Hex): StoredBlob | undefined {
    const entry = entryOf(versionedHash)
    return entry && storedBlob(entry)
  }

  return {
    hold(sidecar) {
      sidecar.versionedHashes.forEach((hash, index) => {
        const entry = entryOf(hash) ?? {
          bytes: withoutTrailingZeros(sidecar.blobs[index] as Uint8Array),
          commitment: Uint8Array.from(sidecar.commitments[index] as Uint8Array),
          proof: undefined,
          holds: 0,
          lastUsed: head,
        }
        if (sidecar.version === 0) entry.proof ??= Uint8Array.from(sidecar.proofs[index] as Uint8Array)
        entry.holds += 1
        use(hash, entry, head)
      })
    },
    holdAgain(versionedHashes) {
      const held = versionedHashes.map(entryOf)
      if (held.includes(undefined)) return false
      for (const entry of held) if (entry) entry.holds += 1
      return true
    },
    release(versionedHashes) {
      for (const hash of versionedHashes) {
        const entry = entries.get(hash)
        if (entry === undefined) continue
        entry.holds = Math.max(0, entry.holds - 1)
        use(hash, entry, head)
      }
    },
    follow({ removed, added }) {
      for (const block of removed) retract(block)
      for (const block of added) {
        include(block)
        head = block.block.header.number
        if (head > kept) forget(head - kept - 1n)
      }
      evict()
    },
    get,
    read(versionedHash, context) {
      const hash = toHex(versionedHash)
      if (!readable(hash, context)) return undefined
      const stored = get(hash)
      if (stored) return stored.blob
      throw new MissingData('MISSING_BLOB', `blob ${hash} is not known to this node`, {
        value: hash,
        expected: 'a blob whose sidecar was sent to this node',
        hint: 'send the blob transaction with its sidecar to this node',
      })
    },
  }
}

/** Versioned hashes of all blob transactions of a block, in order. */
export function versionedHashesOf({ block }: SealedBlock): Hex[] {
  return block.transactions.flatMap((transaction) =>
    'blobVersionedHashes' in transaction ? (transaction.blobVersionedHashes as Hex[]) : [],
  )
}

function storedBlob({ bytes, commitment, proof }: Entry): StoredBlob {
  const blob = new Uint8Array(blobBytes)
  blob.set(bytes)
  return { blob, commitment, proof }
}
