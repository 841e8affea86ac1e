import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { processIdentity } from './processIdentity.ts'
import { claimOf, readLock, releaseLock, type SessionLock, takeLock } from './SessionLock.ts'
import { type SessionPaths, sessionPaths } from './sessionPaths.ts'

let directory: string
let paths: SessionPaths
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'nativeroll-lock-'))
  paths = sessionPaths({ directory })
  mkdirSync(paths.directory)
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

/** The lock of a process that is gone. */
async function leftBehind(): Promise<SessionLock> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  const identity = processIdentity(child.pid)
  child.kill('SIGKILL')
  await once(child, 'exit')
  return { ...identity, startedAt: '2026-01-01T00:00:00.000Z' }
}

/** A process that takes the lock whenever it is told to, and says whether it got it. */
type Contender = { take(): Promise<boolean>; release(): Promise<void>; child: ChildProcess }

async function contender(): Promise<Contender> {
  const modules = ['./SessionLock.ts', './sessionPaths.ts'].map((path) => fileURLToPath(new URL(path, import.meta.url)))
  const program = `import { createJiti } from 'jiti'
    const [{ takeLock, releaseLock }, { sessionPaths }] = await Promise.all(
      ${JSON.stringify(modules)}.map((module) => createJiti(process.cwd()).import(module)))
    const paths = sessionPaths({ directory: ${JSON.stringify(directory)} })
    process.on('message', (order) => {
      if (order === 'release') process.send(releaseLock(paths) ?? 'released')
      else {
        while (Date.now() < order);
        try { process.send(takeLock(paths) && 'taken') } catch (error) { process.send(error.code ?? String(error)) }
      }
    })
    process.send('here')`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const answer = async () => ((await once(child, 'message')) as [string])[0]
  expect(await answer()).toBe('here')
  return {
    child,
    async take() {
      const answered = answer()
      child.send(Math.ceil(Date.now() / 5) * 5 + 5)
      const said = await answered
      expect(['taken', 'SESSION_RUNNING']).toContain(said)
      return said === 'taken'
    },
    async release() {
      const answered = answer()
      child.send('release')
      expect(await answered).toBe('released')
    },
  }
}

describe('takeLock', () => {
  test('behavior: of processes that find the same stale lock at the same time one takes it', {
    timeout: 120_000,
  }, async () => {
    const stale = await leftBehind()
    const contenders = await Promise.all([1, 2, 3, 4].map(contender))
    try {
      // Enough for a lock that two could take to be found out, and not for ever on a machine that is busy.
      const enough = performance.now() + 5_000
      for (let round = 0; round < 20 || (round < 200 && performance.now() < enough); round++) {
        writeFileSync(paths.lock, JSON.stringify({ ...stale, startedAt: String(round) }))
        const took = await Promise.all(contenders.map(({ take }) => take()))
        expect(took.filter(Boolean), `round ${round}`).toHaveLength(1)
        await contenders[took.indexOf(true)]!.release()
        expect(readdirSync(paths.directory)).toEqual([])
      }
    } finally {
      for (const { child } of contenders) child.kill()
    }
  })

  test('behavior: goes on where one that took over died halfway', async () => {
    const first = await leftBehind()
    const second = await leftBehind()
    writeFileSync(paths.lock, JSON.stringify(first))
    writeFileSync(claimOf(paths, JSON.stringify(first)), JSON.stringify(second))
    expect(readLock(paths)).toEqual(second)
    expect(takeLock(paths).stale).toEqual(second)
    expect(readLock(paths)).toMatchObject({ pid: process.pid })
    releaseLock(paths)
    expect(existsSync(paths.lock)).toBe(false)
  })

  test('error: another start is taking over', async () => {
    const left = JSON.stringify(await leftBehind())
    writeFileSync(paths.lock, left)
    writeFileSync(claimOf(paths, left), JSON.stringify({ ...processIdentity(), startedAt: 'now' }))
    expect(() => takeLock(paths)).toThrowError(expect.objectContaining({ code: 'SESSION_RUNNING' }))
  })

  test('behavior: a lock that cannot be read is one that was left', () => {
    writeFileSync(paths.lock, '')
    expect(takeLock(paths).stale).toEqual({ pid: 0, startedAt: 'unknown' })
    expect(readLock(paths)).toMatchObject({ pid: process.pid })
  })
})
