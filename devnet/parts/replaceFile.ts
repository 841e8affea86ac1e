import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/** Writes a file beside the old one, and puts it in its place when all of it is on the disk: until then the old one stays. */
export function replaceFile(path: string, bytes: Uint8Array): void {
  const next = `${path}.new`
  const file = openSync(next, 'w')
  try {
    writeFileSync(file, bytes)
    fsyncSync(file)
  } catch (error) {
    rmSync(next)
    throw error
  } finally {
    closeSync(file)
  }
  renameSync(next, path)
}
