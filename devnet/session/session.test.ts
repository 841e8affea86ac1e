import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { acquireSession } from './acquireSession.ts'
import { findSession } from './findSession.ts'
import { listSessions } from './listSessions.ts'
import { isAlive, processIdentity } from './processIdentity.ts'
import { sessionPaths } from './sessionPaths.ts'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'nativeroll-session-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const content = { accounts: [], chains: {}, control: 'http://127.0.0.1:8420' }

describe('acquireSession', () => {
  test('behavior: published while held, nothing but logs after release', () => {
    const paths = sessionPaths({ session: 'a', directory })
    const session = acquireSession(paths)
    expect(listSessions({ directory })).toMatchObject([{ session: 'a', state: 'starting', pid: process.pid }])
    session.publish(content)
    expect(findSession({ session: 'a', directory })).toMatchObject({ v: 1, pid: process.pid, control: content.control })
    session.release()
    expect(existsSync(paths.file)).toBe(false)
    expect(listSessions({ directory })).toEqual([])
  })

  test('error: held by a live process', () => {
    const paths = sessionPaths({ directory })
    const session = acquireSession(paths)
    expect(() => acquireSession(paths)).toThrowError(expect.objectContaining({ code: 'SESSION_RUNNING' }))
    session.release()
    acquireSession(paths).release()
  })

  test('behavior: takes over from a process that was killed, and says so', async () => {
    const paths = sessionPaths({ directory })
    acquireSession(paths)
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    const identity = processIdentity(child.pid)
    child.kill('SIGKILL')
    await once(child, 'exit')
    writeFileSync(paths.lock, JSON.stringify({ ...identity, startedAt: '2026-01-01T00:00:00.000Z' }))
    expect(listSessions({ directory })).toMatchObject([{ state: 'stale', pid: identity.pid }])
    const session = acquireSession(paths)
    expect(session.stale).toEqual({ pid: identity.pid, startedAt: '2026-01-01T00:00:00.000Z' })
    session.release()
  })

  test.skipIf(process.platform !== 'linux')('behavior: a pid given to another process is not the holder', () => {
    expect(isAlive(processIdentity())).toBe(true)
    expect(isAlive({ pid: process.pid, started: '1' })).toBe(false)
  })
})

describe('findSession', () => {
  test('error: names the sessions that do run', () => {
    const other = acquireSession(sessionPaths({ session: 'other', directory }))
    other.publish(content)
    expect(() => findSession({ directory })).toThrowError(
      expect.objectContaining({ code: 'SESSION_NOT_FOUND', expected: 'one of: other' }),
    )
  })
})

describe('sessionPaths', () => {
  test.each(['', '..', 'a/b', '-x', 'x'.repeat(65)])('error: %j cannot name a folder', (session) => {
    expect(() => sessionPaths({ session, directory })).toThrowError(
      expect.objectContaining({ code: 'SESSION_NAME_INVALID' }),
    )
  })
})
