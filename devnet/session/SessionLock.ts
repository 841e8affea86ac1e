import { createHash } from 'node:crypto'
import {
  constants,
  copyFileSync,
  linkSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname } from 'node:path'
import { DevnetError } from '../errors.ts'
import { isAlive, type ProcessIdentity, processIdentity } from './processIdentity.ts'
import type { SessionPaths } from './sessionPaths.ts'

/** Who holds a session. */
export type SessionLock = ProcessIdentity & {
  /** ISO 8601 */
  startedAt: string
}

/** The name is for messages. */
type LockPaths = Pick<SessionPaths, 'name' | 'lock'>

export type TakenLock = SessionLock & {
  /** The holder before, which ended without releasing it. */
  stale?: SessionLock
}

/**
 * Takes the lock for this process, or takes it over from one that is gone. Errors: SESSION_RUNNING.
 *
 * A lock that was left is never removed before the next one stands, and of several that find it only one may go on: the
 * one whose claim, a file named after the content of what was left, came into being first. A claim whose maker died
 * before it was done is itself a lock that was left, and is claimed in turn.
 */
export function takeLock(paths: LockPaths): TakenLock {
  const lock: SessionLock = { ...processIdentity(), startedAt: new Date().toISOString() }
  const text = JSON.stringify(lock)
  const draft = `${paths.lock}.draft-${process.pid}`
  writeFileSync(draft, text)
  try {
    for (;;) {
      const held = lastHolder(paths)
      if (held === undefined) {
        if (createFrom(draft, paths.lock)) return lock
        continue
      }
      const holder = parse(held)
      if (holder !== undefined && isAlive(holder)) throw sessionRunning(paths, holder)
      const claim = claimOf(paths, held)
      if (!createFrom(draft, claim)) continue
      // Between the look and the claim another may have come, been done, and cleared its claim away.
      if (lastHolder(paths) !== text) {
        rmSync(claim, { force: true })
        continue
      }
      renameSync(draft, paths.lock)
      removeClaims(paths)
      return { ...lock, stale: holder ?? { pid: 0, startedAt: 'unknown' } }
    }
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Gives the lock back. */
export function releaseLock(paths: LockPaths): void {
  rmSync(paths.lock, { force: true })
}

/** Who holds the lock or left it, if anybody. */
export function readLock(paths: LockPaths): SessionLock | undefined {
  return parse(lastHolder(paths))
}

/** The text of the lock, or of the last claim to it. */
function lastHolder(paths: LockPaths): string | undefined {
  let last = read(paths.lock)
  for (let next = last; next !== undefined; next = read(claimOf(paths, next))) last = next
  return last
}

/** Where whoever takes over from a holder says so first. */
export function claimOf(paths: LockPaths, text: string): string {
  return `${paths.lock}.claim-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`
}

/** Those that others are making right now name what is no longer there: whoever made them will see it. */
function removeClaims({ lock }: LockPaths): void {
  for (const name of readdirSync(dirname(lock)))
    if (name.startsWith(`${basename(lock)}.claim-`)) rmSync(`${dirname(lock)}/${name}`, { force: true })
}

/** Makes `path` exist with the draft's content, in one step. `false`: it exists already. */
function createFrom(draft: string, path: string): boolean {
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    // Some file systems (exFAT, shared folders of virtual machines) have no hard links.
    if (!['EPERM', 'ENOTSUP', 'ENOSYS'].includes(code ?? '')) throw error
  }
  try {
    copyFileSync(draft, path, constants.COPYFILE_EXCL)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function parse(text: string | undefined): SessionLock | undefined {
  try {
    const lock = JSON.parse(text ?? '') as SessionLock
    return Number.isInteger(lock.pid) && lock.pid > 0 ? lock : undefined
  } catch {
    return undefined
  }
}

function sessionRunning(paths: LockPaths, holder: SessionLock): DevnetError {
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
