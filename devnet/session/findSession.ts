import { DevnetError } from '../errors.ts'
import { listSessions } from './listSessions.ts'
import type { SessionFile } from './SessionFile.ts'
import { type SessionOptions, sessionPaths } from './sessionPaths.ts'

/** The running session of that name. Errors: SESSION_NOT_FOUND (which says what is there instead), NOT_READY. */
export function findSession(options: SessionOptions = {}): SessionFile {
  const { name } = sessionPaths(options)
  const sessions = listSessions(options)
  const found = sessions.find(({ session }) => session === name)
  if (found?.state === 'running' && found.file) return found.file
  if (found?.state === 'starting') {
    throw new DevnetError('NOT_READY', `session ${name} is still starting (pid ${found.pid})`, {
      value: name,
      expected: 'a session that is ready',
      hint: 'wait for its line "Ready in …"',
    })
  }
  const running = sessions.filter(({ state }) => state === 'running').map(({ session }) => session)
  const left = found ? `; its process ${found.pid} is gone` : ''
  throw new DevnetError('SESSION_NOT_FOUND', `session ${name} is not running${left}`, {
    value: name,
    expected: running.length > 0 ? `one of: ${running.join(', ')}` : 'a running session',
    hint: 'start one with nativeroll up -d, or run in the folder where it was started',
  })
}
