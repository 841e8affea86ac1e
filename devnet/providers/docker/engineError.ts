import { NativerollError } from '../../../execute/index.ts'
import { DevnetError } from '../../errors.ts'

/** What the engine refused, as ours; errors of this product stay what they are. */
export function engineError(task: string, error: unknown): Error {
  if (error instanceof NativerollError) return error
  const { statusCode, json, message } = error as Error & { statusCode?: number; json?: { message?: string } }
  return new DevnetError('ENGINE_FAILED', `the Docker engine could not ${task}: ${json?.message ?? message}`, {
    value: statusCode,
    expected: 'an engine that runs containers on a network of their own',
    hint: "the engine's own log tells more; --provider process does without it",
    cause: error,
  })
}

/** Whether the engine says that something is not there, or on its way out. */
export function isGone(error: unknown): boolean {
  const { statusCode } = error as { statusCode?: number }
  return statusCode === 404 || statusCode === 409
}
