import { readFileSync, statSync, writeFileSync } from 'node:fs'

/** Beside a database file that was closed: its size and when it was written last. */
const markOf = (path: string) => `${path}-closed`

/** Remembers the file as it is now. */
export function markClosed(path: string): void {
  try {
    writeFileSync(markOf(path), shapeOf(path))
  } catch {
    // Then the next start reads all of it.
  }
}

/** Whether nothing was written to the file since a run closed it. */
export function isAsClosed(path: string): boolean {
  try {
    return readFileSync(markOf(path), 'utf8') === shapeOf(path)
  } catch {
    return false
  }
}

function shapeOf(path: string): string {
  const { size, mtimeNs } = statSync(path, { bigint: true })
  return `${size} ${mtimeNs}\n`
}
