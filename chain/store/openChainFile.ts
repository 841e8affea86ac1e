import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { open, type RootDatabase } from 'lmdb'
import { checkChainFile } from './checkChainFile.ts'

/** The database of one chain: one file, `chain.mdb`, and its lock. Errors: STATE_DIR_CORRUPT. */
export function openChainFile({ directory }: { directory: string }): RootDatabase {
  mkdirSync(directory, { recursive: true })
  const path = join(directory, 'chain.mdb')
  checkChainFile(path)
  // noMetaSync: data reaches the disk before the next commit, so that even a power cut costs the last block at most.
  return open({ path, noSubdir: true, maxDbs: 24, noMetaSync: true })
}
