import { mkdirSync, rmSync } from 'node:fs'
import { type SessionFile, writeSessionFile } from './SessionFile.ts'
import { releaseLock, takeLock } from './SessionLock.ts'
import type { SessionPaths } from './sessionPaths.ts'

export type Session = {
  paths: SessionPaths
  /** What the last holder left behind when it ended without cleaning up (kill -9, power loss). */
  stale?: { pid: number; startedAt: string }
  publish(content: Omit<SessionFile, 'v' | 'session' | 'pid' | 'startedAt'>): SessionFile
  /** Removes session file and lock; logs stay. Idempotent. */
  release(): void
}

/**
 * Takes the session for this process. The lock file names its holder, so a lock left by a process that is gone is found
 * and taken over. Errors: SESSION_RUNNING.
 */
export function acquireSession(paths: SessionPaths): Session {
  mkdirSync(paths.directory, { recursive: true })
  const { stale, ...lock } = takeLock(paths)
  if (stale !== undefined) rmSync(paths.file, { force: true })
  let held = true
  return {
    paths,
    ...(stale && { stale: { pid: stale.pid, startedAt: stale.startedAt } }),
    publish(content) {
      const file: SessionFile = { v: 1, session: paths.name, pid: lock.pid, startedAt: lock.startedAt, ...content }
      writeSessionFile(paths, file)
      return file
    },
    release() {
      if (!held) return
      held = false
      rmSync(paths.file, { force: true })
      releaseLock(paths)
    },
  }
}
