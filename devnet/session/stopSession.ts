import { setTimeout as sleep } from 'node:timers/promises'
import { DevnetError } from '../errors.ts'
import { isAlive } from './processIdentity.ts'
import { readLock } from './SessionLock.ts'
import { type SessionOptions, sessionPaths } from './sessionPaths.ts'

export type StoppedSession = {
  pid: number
  /** Milliseconds until its process was gone. */
  ms: number
  /** It ignored SIGTERM and was killed. */
  forced: boolean
}

/**
 * Ends the process that holds a session and waits until it is gone: SIGTERM, and SIGKILL after `patience`.
 * Errors: SESSION_NOT_FOUND.
 *
 * @param options.patience milliseconds
 */
export async function stopSession(options: SessionOptions & { patience?: number } = {}): Promise<StoppedSession> {
  const paths = sessionPaths(options)
  const holder = readLock(paths)
  if (holder === undefined || !isAlive(holder))
    throw new DevnetError('SESSION_NOT_FOUND', `session ${paths.name} is not running`, {
      value: paths.name,
      expected: 'a running session',
      hint: 'nativeroll ls lists the sessions of this folder',
    })
  const { patience = 20_000 } = options
  const start = performance.now()
  const elapsed = () => Math.round(performance.now() - start)
  send(holder.pid, 'SIGTERM')
  let forced = false
  while (isAlive(holder)) {
    if (!forced && elapsed() > patience) {
      forced = true
      send(holder.pid, 'SIGKILL')
    }
    // A process that is not our child tells nobody here when it ends.
    await sleep(5)
  }
  return { pid: holder.pid, ms: elapsed(), forced }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
