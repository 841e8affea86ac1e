import { toQuantity } from '../hex.ts'
import { bool, object, optional } from '../rpc/parameters.ts'
import { createCallTree } from './callTree.ts'
import type { TracerKind } from './TraceRecorder.ts'

const callTracerConfig = object({ onlyTopCall: optional(bool, false), withLog: optional(bool, false) })

/** The tree of calls. With `withLog` each call lists what it logged, unless that was reverted. */
export const callTracer: TracerKind = (value) => {
  const config = callTracerConfig(value)
  return (subject) => {
    const { hooks, root } = createCallTree(subject, config)
    return {
      hooks,
      result({ gasUsed }) {
        const frame = root()
        if (frame === undefined) return null
        // The frame counts from after the intrinsic cost; the transaction's own numbers are what its receipt says.
        return { ...frame, gas: toQuantity(subject.gasLimit), gasUsed: toQuantity(gasUsed) }
      },
    }
  }
}
