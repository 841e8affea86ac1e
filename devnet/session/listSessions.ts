import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { isAlive } from './processIdentity.ts'
import { readSessionFile, type SessionFile } from './SessionFile.ts'
import { readLock } from './SessionLock.ts'
import { type SessionOptions, sessionPaths } from './sessionPaths.ts'

/**
 * - `starting`: its process lives and it is not ready yet
 * - `stale`: its process is gone and did not clean up
 */
export type SessionSummary = {
  session: string
  state: 'running' | 'starting' | 'stale'
  pid: number
  file?: SessionFile
}

/** Every session under `directory` that runs or was left behind, by name. */
export function listSessions({ directory = '.nativeroll' }: Pick<SessionOptions, 'directory'> = {}): SessionSummary[] {
  return folders(resolve(directory)).flatMap((session) => {
    const paths = sessionPaths({ session, directory })
    const lock = readLock(paths)
    if (lock === undefined) return []
    const file = readSessionFile(paths)
    const state = !isAlive(lock) ? 'stale' : file?.pid === lock.pid ? 'running' : 'starting'
    return [{ session, state, pid: lock.pid, ...(file && { file }) }]
  })
}

function folders(directory: string): string[] {
  try {
    return readdirSync(directory, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(entry.name))
      .map((entry) => entry.name)
      .sort()
  } catch {
    return []
  }
}
