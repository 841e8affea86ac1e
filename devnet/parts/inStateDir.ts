import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { KeepingOptions } from '../../chain/index.ts'
import type { DevnetConfig } from '../../configs/index.ts'
import { NativerollError } from '../../execute/index.ts'
import { DevnetError } from '../errors.ts'
import { readLock, releaseLock, takeLock } from '../session/SessionLock.ts'

/**
 * Starts a part with its folder in the state directory, if there is one, held against every other process until the part
 * has stopped. Errors: STATE_DIR_IN_USE, STATE_DIR_UNWRITABLE, and those of its start.
 */
export async function inStateDir<P extends { stop(): Promise<void> }>(
  { stateDir, historyBlocks, keptBlocks }: Pick<DevnetConfig, 'stateDir' | 'historyBlocks' | 'keptBlocks'>,
  name: string,
  start: (keeping: KeepingOptions) => Promise<P>,
): Promise<P> {
  const limits = {
    ...(historyBlocks !== undefined && { historyBlocks }),
    ...(keptBlocks !== undefined && { keptBlocks }),
  }
  if (stateDir === undefined) return start(limits)
  const directory = resolve(stateDir, name)
  const release = hold(name, directory)
  try {
    const part = await start({ ...limits, stateDir: directory })
    return { ...part, stop: () => part.stop().finally(release) }
  } catch (error) {
    release()
    const corruption = [error, (error as Error).cause].find(isCorrupt)
    throw corruption ? withWayOut(corruption, name, stateDir) : error
  }
}

function isCorrupt(error: unknown): error is NativerollError {
  return error instanceof NativerollError && error.code === 'STATE_DIR_CORRUPT'
}

/** A rollup can be rebuilt from L1, and nothing goes on without L1. */
function withWayOut({ message, value, expected, cause }: NativerollError, name: string, stateDir: string): DevnetError {
  const hint =
    name === 'l1'
      ? `restore its folder from a copy, or delete ${stateDir} to begin anew: rollups cannot go on without their L1`
      : `restore its folder from a copy, or delete it: the blocks that were posted come back from L1`
  return new DevnetError('STATE_DIR_CORRUPT', message, { value, expected, hint, cause })
}

function hold(name: string, directory: string): () => void {
  const paths = { name, lock: join(directory, 'lock') }
  try {
    mkdirSync(directory, { recursive: true })
    takeLock(paths)
  } catch (cause) {
    if (!(cause instanceof DevnetError)) throw unwritable(directory, cause as Error)
    throw new DevnetError('STATE_DIR_IN_USE', `${directory} is in use by pid ${readLock(paths)?.pid ?? 'unknown'}`, {
      value: directory,
      expected: 'a folder that no other process uses',
      hint: 'end that process (nativeroll ls lists the sessions of this folder), or choose another --state-dir',
      cause,
    })
  }
  return () => releaseLock(paths)
}

function unwritable(directory: string, cause: Error): DevnetError {
  return new DevnetError('STATE_DIR_UNWRITABLE', `${directory} cannot be written to: ${cause.message}`, {
    value: directory,
    expected: 'a folder that this process may write to, on a disk with space',
    hint: 'free some space, give this user the right to write there, or choose another --state-dir',
    cause,
  })
}
