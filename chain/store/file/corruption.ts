import { ChainError } from '../../errors.ts'

/** What lies in a state directory is not what was written there. */
export function corruption(path: string, why: string, cause?: unknown): ChainError {
  return new ChainError('STATE_DIR_CORRUPT', `${path} ${why}`, {
    value: path,
    expected: 'the file as the last run left it',
    hint: 'restore the folder from a copy, delete it to begin anew, or choose another --state-dir',
    cause,
  })
}
