import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { RootDatabase } from 'lmdb'
import { checkChainFile } from './checkChainFile.ts'

/** The database of one chain: one file, `chain.mdb`, and its lock. Errors: STATE_DIR_CORRUPT. */
export async function openChainFile({ directory }: { directory: string }): Promise<RootDatabase> {
  mkdirSync(directory, { recursive: true })
  const path = join(directory, 'chain.mdb')
  checkChainFile(path)
  // Loaded here, because a chain without a directory has no use for it.
  const { open } = await import('lmdb')
  // noMetaSync: data reaches the disk before the next commit, so that even a power cut costs the last block at most.
  return open({ path, noSubdir: true, maxDbs: 24, noMetaSync: true })
}
