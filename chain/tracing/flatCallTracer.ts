import { toQuantity } from '../hex.ts'
import { bool, object, optional } from '../rpc/parameters.ts'
import { createCallTree } from './callTree.ts'
import { flatCalls, withoutPrecompiles } from './flatCalls.ts'
import { parityError } from './parityError.ts'
import { placeOf } from './placeOf.ts'
import type { TracerKind } from './TraceRecorder.ts'

const flatCallTracerConfig = object({
  convertParityErrors: optional(bool, false),
  includePrecompiles: optional(bool, false),
})

/** The calls as a list, in OpenEthereum's form. Calls of precompiles are left out, unless asked for. */
export const flatCallTracer: TracerKind = (value) => {
  const { convertParityErrors, includePrecompiles } = flatCallTracerConfig(value)
  return (subject) => {
    const { hooks, root } = createCallTree(subject)
    const keep = includePrecompiles ? () => true : withoutPrecompiles(subject)
    return {
      hooks,
      result({ gasUsed }) {
        const frame = root()
        if (frame === undefined) return []
        const whole = { ...frame, gas: toQuantity(subject.gasLimit), gasUsed: toQuantity(gasUsed) }
        return flatCalls(whole, { charge: subject.charge, keep }).map((call) => ({
          ...call,
          ...(convertParityErrors && call.error && { error: parityError(call.error) }),
          ...placeOf(subject),
        }))
      },
    }
  }
}
