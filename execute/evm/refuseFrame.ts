import { creditStateGas } from './amsterdam/stateGas.ts'
import type { Execution } from './Execution.ts'
import type { FrameInput } from './Frame.ts'

/** A call or a creation that its caller may ask for, but that cannot begin: the gas goes back, and nothing has happened. */
export function refuseFrame(execution: Execution, input: FrameInput, reason: string): void {
  const parent = input.parent!
  execution.tracing?.refuse(execution, input, reason)
  parent.gas += input.gas
  creditStateGas(execution, parent, input.charged)
  parent.stack[parent.top++] = 0n
}
