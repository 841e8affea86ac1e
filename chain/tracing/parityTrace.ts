import { createCallTree } from './callTree.ts'
import { type FlatCall, flatCalls, withoutPrecompiles } from './flatCalls.ts'
import { parityError } from './parityError.ts'
import { type CallPlace, placeOf } from './placeOf.ts'
import type { CreateRecorder } from './TraceRecorder.ts'

const anvilWords: Record<string, string> = {
  'insufficient balance for transfer': 'Insufficient balance for transfer',
}

/** A call as `trace_…` answers it. */
export type ParityTrace = Omit<FlatCall, 'result'> & { result: FlatCall['result'] | null } & Partial<CallPlace>

/** The calls of a transaction as anvil's `trace_…` has them: the outermost one's gas is without the intrinsic cost. */
export const parityTrace =
  (options: { precompiles: boolean }): CreateRecorder =>
  (subject) => {
    const { hooks, root } = createCallTree(subject)
    const keep = options.precompiles ? () => true : withoutPrecompiles(subject)
    return {
      hooks,
      result(): ParityTrace[] {
        const frame = root()
        if (frame === undefined) return []
        return flatCalls(frame, { charge: subject.charge, keep }).map(({ error, result, ...call }) => ({
          ...call,
          ...(error !== undefined && { error: anvilWords[error] ?? parityError(error) }),
          result: result ?? null,
          ...placeOf(subject),
        }))
      },
    }
  }
