import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { DevnetError } from '../errors.ts'
import { isAlive, type ProcessIdentity, processIdentity } from './processIdentity.ts'
import { type SessionFile, writeSessionFile } from './SessionFile.ts'
import type { SessionPaths } from './sessionPaths.ts'

export type Session = {
  paths: SessionPaths
  /** What the last holder left behind when it ended without cleaning up (kill -9, power loss). */
  stale?: { pid: number; startedAt: string }
  publish(content: Omit<SessionFile, 'v' | 'session' | 'pid' | 'startedAt'>): SessionFile
  /** Removes session file and lock; logs stay. Idempotent. */
  release(): void
}

type Lock = ProcessIdentity & { startedAt: string }

/**
 * Takes the session for this process. The lock file names its holder, so a lock left by a process that is gone is found
 * and taken over. Errors: SESSION_RUNNING.
 */
export function acquireSession(paths: SessionPaths): Session {
  mkdirSync(paths.directory, { recursive: true })
  const lock: Lock = { ...processIdentity(), startedAt: new Date().toISOString() }
  const stale = takeLock(paths, lock)
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
      rmSync(paths.lock, { force: true })
    },
  }
}

function takeLock(paths: SessionPaths, lock: Lock): Lock | undefined {
  for (let stale: Lock | undefined; ; ) {
    try {
      writeFileSync(paths.lock, JSON.stringify(lock), { flag: 'wx' })
      return stale
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = readLock(paths)
    if (holder !== undefined && isAlive(holder)) throw sessionRunning(paths, holder)
    stale = holder ?? { pid: 0, startedAt: 'unknown' }
    rmSync(paths.lock, { force: true })
  }
}

/** The lock of a session, whoever holds it. */
export function readLock(paths: SessionPaths): Lock | undefined {
  try {
    const lock = JSON.parse(readFileSync(paths.lock, 'utf8')) as Lock
    return Number.isInteger(lock.pid) && lock.pid > 0 ? lock : undefined
  } catch {
    return undefined
  }
}

function sessionRunning(paths: SessionPaths, holder: Lock): DevnetError {
  return new DevnetError(
    'SESSION_RUNNING',
    `session ${paths.name} is already running (pid ${holder.pid}, since ${holder.startedAt})`,
    {
      value: paths.name,
      expected: 'a session that is not running',
      hint: `end it with nativeroll down --session ${paths.name}, or start another with --session <name>`,
    },
  )
}
