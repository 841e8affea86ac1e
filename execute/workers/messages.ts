import { NativerollError } from '../errors.ts'
import type { Verdict } from '../precompile/Executor.ts'
import type { StatelessValidationResult } from '../ssz/types.ts'
import type { ForkSchedule } from '../types/Fork.ts'

/** From the pool to a thread. The bytes are those of an `ExecutionRequest`. */
export type WorkerRequest = { bytes: Uint8Array; forks: ForkSchedule }

/** From a thread to the pool: it is loaded, or the verdict on the request it was given. */
export type WorkerAnswer =
  | 'ready'
  | { result: StatelessValidationResult; refusal?: { name: string; code: string; message: string; details: Details } }

type Details = { value?: unknown; expected?: unknown; hint?: string }

/** A verdict in what a structured clone carries, which of an error keeps little. */
export function toAnswer({ result, refusal }: Verdict): WorkerAnswer {
  if (refusal === undefined) return { result }
  const { name, code, message, value, expected, hint } = refusal
  return { result, refusal: { name, code, message, details: { value, expected, ...(hint && { hint }) } } }
}

export function fromAnswer({ result, refusal }: Exclude<WorkerAnswer, 'ready'>): Verdict {
  if (refusal === undefined) return { result }
  const error = new NativerollError(refusal.code, refusal.message, refusal.details)
  error.name = refusal.name
  return { result, refusal: error }
}
