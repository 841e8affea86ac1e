import { statfsSync } from 'node:fs'
import { ChainError } from '../../errors.ts'

/** The state directory does not take what is written. What it has stays, and once it does, the chain goes on. */
export function unwritable(directory: string, cause: Error): ChainError {
  return new ChainError(
    'STATE_DIR_UNWRITABLE',
    `${directory} cannot be written to: ${cause.message}${left(directory)}`,
    {
      value: directory,
      expected: 'a folder that this process may write to, on a disk with space',
      hint: 'free some space, or give this user the right to write there; nothing that was written is lost',
      cause,
    },
  )
}

function left(directory: string): string {
  try {
    const { bavail, bsize } = statfsSync(directory)
    return ` (${Math.floor((bavail * bsize) / 1024)} KiB free)`
  } catch {
    return ''
  }
}
