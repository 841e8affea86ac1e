import { toHex } from '../hex.ts'
import type { TracerKind } from './TraceRecorder.ts'

/** How often each function selector was called, by selector and size of the arguments: `{ '0xa9059cbb-64': 2 }`. */
export const fourByteTracer: TracerKind =
  () =>
  ({ isPrecompile }) => {
    const counts: Record<string, number> = {}
    return {
      hooks: {
        enter({ type, to, input }) {
          if (input.length < 4 || (!type.endsWith('CALL') && type !== 'CALLCODE') || isPrecompile(to)) return
          const key = `${toHex(input.subarray(0, 4))}-${input.length - 4}`
          counts[key] = (counts[key] ?? 0) + 1
        },
      },
      result: () => counts,
    }
  }
