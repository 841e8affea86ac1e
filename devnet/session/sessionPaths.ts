import { join, resolve } from 'node:path'
import { DevnetError } from '../errors.ts'

export type SessionOptions = {
  /** @default 'default' */
  session?: string
  /** Folder that holds all sessions. @default '.nativeroll' in the working directory */
  directory?: string
}

export type SessionPaths = { name: string; directory: string; file: string; lock: string; log(chain: string): string }

/** Where a session keeps its files. Errors: SESSION_NAME_INVALID. */
export function sessionPaths({ session = 'default', directory = '.nativeroll' }: SessionOptions = {}): SessionPaths {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(session)) {
    throw new DevnetError('SESSION_NAME_INVALID', `session name ${JSON.stringify(session)} cannot name a folder`, {
      value: session,
      expected: '1 to 64 letters, digits, dots, dashes or underscores, the first a letter or digit',
      hint: 'choose another name with --session',
    })
  }
  const folder = resolve(directory, session)
  return {
    name: session,
    directory: folder,
    file: join(folder, 'session.json'),
    lock: join(folder, 'lock'),
    log: (chain) => join(folder, `${chain}.log`),
  }
}
