import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { open, type RootDatabase } from 'lmdb'
import { checkChainFile } from './checkChainFile.ts'
import { markClosed } from './closedMark.ts'

export type ChainFile = { database: RootDatabase; close(): Promise<void> }

/** The database of one chain: one file, `chain.mdb`, and its lock. Errors: STATE_DIR_CORRUPT. */
export function openChainFile({ directory }: { directory: string }): ChainFile {
  mkdirSync(directory, { recursive: true })
  const path = join(directory, 'chain.mdb')
  checkChainFile(path)
  // noMetaSync: data reaches the disk before the next commit, so that even a power cut costs the last block at most.
  const database = open({ path, noSubdir: true, maxDbs: 24, noMetaSync: true })
  return {
    database,
    async close() {
      await database.close()
      markClosed(path)
    },
  }
}
