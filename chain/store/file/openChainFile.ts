import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { open, type RootDatabase } from 'lmdb'
import { checkChainFile } from './checkChainFile.ts'
import { markClosed } from './closedMark.ts'
import { unwritable } from './unwritable.ts'

export type ChainFile = {
  database: RootDatabase
  /** Keeps all that is written in it, or nothing. Errors: STATE_DIR_UNWRITABLE. */
  commit(write: () => void): void
  close(): Promise<void>
}

/**
 * Bytes of addresses, of which the file takes what it needs. A file that outgrows its mapping gets a second one beside it, and its
 * pages count twice as memory of the process.
 */
const mapSize = 16 * 2 ** 30

/** The database of one chain: one file, `chain.mdb`, and its lock. Errors: STATE_DIR_CORRUPT, STATE_DIR_UNWRITABLE. */
export function openChainFile({ directory }: { directory: string }): ChainFile {
  assertWritable(directory)
  const path = join(directory, 'chain.mdb')
  checkChainFile(path)
  // noMetaSync: data reaches the disk before the next commit, so that even a power cut costs the last block at most.
  const database = open({ path, noSubdir: true, maxDbs: 24, noMetaSync: true, mapSize })
  return {
    database,
    commit(write) {
      try {
        database.transactionSync(write)
      } catch (error) {
        throw isOfSystem(error) ? unwritable(directory, error) : error
      }
    },
    async close() {
      await database.close()
      markClosed(path)
    },
  }
}

/** LMDB writes its lock through a mapping, and on a full disk the process would end there without a word. */
function assertWritable(directory: string): void {
  const trial = join(directory, 'chain.mdb-trial')
  try {
    mkdirSync(directory, { recursive: true })
    writeFileSync(trial, Buffer.alloc(2 ** 16))
  } catch (error) {
    throw unwritable(directory, error as Error)
  } finally {
    if (existsSync(trial)) rmSync(trial)
  }
}

/** lmdb-js gives LMDB's errors the system's number. */
function isOfSystem(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && typeof error.code === 'number'
}
