import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { checkTrees, DamagedPage } from './checkTrees.ts'
import { isAsClosed } from './closedMark.ts'
import { corruption } from './corruption.ts'
import { largestPage, newestMetaPage } from './metaPages.ts'

/**
 * Refuses a database file that LMDB, which maps it into memory and trusts it, would crash the process on: one that is no
 * database, is cut off, or was overwritten. A file that the last run closed, and nobody has changed since, is not read. One that
 * does not exist yet, or is empty, passes. Errors: STATE_DIR_CORRUPT.
 */
export function checkChainFile(path: string): void {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch {
    return
  }
  try {
    const { size } = fstatSync(file)
    if (size > 0 && !isAsClosed(path)) checkPages(file, size)
  } catch (error) {
    throw error instanceof DamagedPage ? corruption(path, error.message) : error
  } finally {
    closeSync(file)
  }
}

function checkPages(file: number, size: number): void {
  const start = Buffer.alloc(2 * largestPage)
  readSync(file, start, 0, start.length, 0)
  const newest = newestMetaPage(start)
  if (newest === undefined) throw new DamagedPage('is not a database, or its beginning was overwritten')
  try {
    checkTrees(file, size, newest)
  } catch (error) {
    if (!(error instanceof DamagedPage)) throw error
    const whole = (newest.lastPage + 1) * newest.pageBytes
    if (size < whole) throw new DamagedPage(`is cut off: ${size} of ${whole} bytes are there`)
    throw new DamagedPage(`was overwritten: ${error.message}`)
  }
}
