import { spawnSync } from 'node:child_process'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { createRequire } from 'node:module'
import { ChainError } from '../errors.ts'

/**
 * Refuses a database file that LMDB, which maps it into memory and trusts it, would crash the process on: one that is no
 * database, or is cut off. A file that does not exist yet, or is empty, passes. Errors: STATE_DIR_CORRUPT.
 */
export function checkChainFile(path: string): void {
  const found = readStart(path)
  if (found === undefined || found.size === 0) return
  const first = metaPageAt(found.bytes, 0)
  const second = metaPageAt(found.bytes, first?.pageBytes ?? 4096)
  const newest = first && second ? (first.transaction > second.transaction ? first : second) : (first ?? second)
  if (newest === undefined) throw corrupt(path, 'is not a database, or its beginning was overwritten')
  // The last pages may never have been written, if nothing is in them: then all that is there can be read.
  if (found.size < newest.size && !canBeRead(path))
    throw corrupt(path, `is cut off: ${found.size} of ${newest.size} bytes are there`)
}

function corrupt(path: string, why: string): ChainError {
  return new ChainError('STATE_DIR_CORRUPT', `${path} ${why}`, {
    value: path,
    expected: 'the file as the last run left it',
    hint: 'restore the folder from a copy, delete it to begin anew, or choose another --state-dir',
  })
}

/** Of any system. */
const largestPage = 65_536

function readStart(path: string): { bytes: Buffer; size: number } | undefined {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch {
    return undefined
  }
  const bytes = Buffer.alloc(2 * largestPage)
  readSync(file, bytes, 0, bytes.length, 0)
  const { size } = fstatSync(file)
  closeSync(file)
  return { bytes, size }
}

type MetaPage = { pageBytes: number /** Of the whole file. */; size: number; transaction: bigint }

/**
 * The first two pages (LMDB 0.9, 64 bit): a header of 24 bytes, magic number and version, 16 bytes about the mapping, the page
 * size, two roots of 48 bytes each, the number of the last page, and the transaction that wrote it. The newer one counts.
 */
function metaPageAt(bytes: Buffer, at: number): MetaPage | undefined {
  if (bytes.readUInt32LE(at + 24) !== 0xbeefc0de || bytes.readUInt16LE(at + 28) !== 2) return undefined
  const pageBytes = bytes.readUInt32LE(at + 48)
  if (pageBytes < 512 || pageBytes > largestPage) return undefined
  const size = (Number(bytes.readBigUInt64LE(at + 144)) + 1) * pageBytes
  return { pageBytes, size, transaction: bytes.readBigUInt64LE(at + 152) }
}

/** Reads all of it, in a process that may crash. */
function canBeRead(path: string): boolean {
  const lmdb = createRequire(import.meta.url).resolve('lmdb')
  const { status } = spawnSync(process.execPath, ['-e', reader, lmdb, path], {
    stdio: 'ignore',
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  return status === 0
}

const reader = `
'use strict'
const database = require(process.argv[1]).open({ path: process.argv[2], noSubdir: true, maxDbs: 24, readOnly: true })
const binary = { encoding: 'binary', keyEncoding: 'binary' }
for (const name of [...database.getKeys()]) for (const _ of database.openDB({ name, ...binary }).getRange());
`
