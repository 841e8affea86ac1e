/** A B-tree of the database: how large it says that it is, and where it begins. */
export type Tree = {
  flags: number
  depth: number
  branchPages: number
  leafPages: number
  overflowPages: number
  entries: number
  /** Page number; -1 if nothing is in it. */
  root: number
}

/** What a commit writes last: where the trees are, and how far the file reaches. */
export type MetaPage = { pageBytes: number; free: Tree; main: Tree; lastPage: number; transaction: bigint }

/** Of any system. */
export const largestPage = 65_536

/** Of every page, before its content. */
export const headerBytes = 24

/**
 * The newer of the two pages that a database begins with (LMDB as lmdb-js has it, 64 bit), or undefined if it begins with
 * anything else. Each is a header, magic number and version, 16 bytes about the mapping, two trees, the number of the
 * last page, and the transaction that wrote it.
 */
export function newestMetaPage(start: Buffer): MetaPage | undefined {
  const first = metaPageAt(start, 0)
  const second = first && metaPageAt(start, first.pageBytes)
  if (first === undefined || second?.pageBytes !== first.pageBytes) return undefined
  const [older, newer] = first.transaction < second.transaction ? [first, second] : [second, first]
  // lmdb-js has a third one amidst the first page: what was synced last, which is never newer.
  const synced = start.readBigUInt64LE(first.pageBytes / 2 + headerBytes + transactionAt)
  return newer.transaction - older.transaction <= 1n && synced <= newer.transaction ? newer : undefined
}

const transactionAt = 128

function metaPageAt(bytes: Buffer, at: number): MetaPage | undefined {
  const content = bytes.subarray(at + headerBytes)
  if (bytes.readUInt16LE(at + 18) !== 8 || content.readUInt32LE(0) !== 0xbeefc0de || content.readUInt16LE(4) !== 2)
    return undefined
  const pageBytes = content.readUInt32LE(24)
  if (pageBytes < 512 || pageBytes > largestPage || (pageBytes & (pageBytes - 1)) !== 0) return undefined
  return {
    pageBytes,
    free: treeAt(content, 24),
    main: treeAt(content, 72),
    lastPage: wordAt(content, 120),
    transaction: content.readBigUInt64LE(transactionAt),
  }
}

/** 48 bytes. */
export function treeAt(bytes: Buffer, at: number): Tree {
  return {
    flags: bytes.readUInt16LE(at + 4),
    depth: bytes.readUInt16LE(at + 6),
    branchPages: wordAt(bytes, at + 8),
    leafPages: wordAt(bytes, at + 16),
    overflowPages: wordAt(bytes, at + 24),
    entries: wordAt(bytes, at + 32),
    root: wordAt(bytes, at + 40),
  }
}

/** Eight bytes as a signed number. One beyond 2^53 is not exact, and is never right here. */
export function wordAt(bytes: Buffer, at: number): number {
  return bytes.readUInt32LE(at) + bytes.readInt32LE(at + 4) * 2 ** 32
}
