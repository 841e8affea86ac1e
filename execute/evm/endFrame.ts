import { creditStateGas } from './amsterdam/stateGas.ts'
import { deposit } from './deposit.ts'
import type { Execution } from './Execution.ts'
import { type Frame, type FrameInput, nothing } from './Frame.ts'
import { keepFrame, undoFrame } from './frameMarks.ts'
import { giveMemoryBack } from './Memory.ts'
import { failed, returned, reverted, stopped } from './Outcome.ts'
import { wordOf } from './words.ts'

export type Ending = typeof stopped | typeof returned | typeof reverted | typeof failed

/** Ends a code's execution, which for a creation means keeping its output. */
export function endCode(execution: Execution, frame: Frame, ending: Ending): void {
  const { input } = frame
  giveMemoryBack(frame.memory)
  const creates = input.isCreation && (ending === stopped || ending === returned)
  const gas = ending === failed ? undefined : creates ? deposit(execution, frame) : frame.gas
  endFrame(execution, input, gas === undefined ? failed : ending, gas ?? 0, frame.spilled)
}

/** Keeps or undoes what a frame did and goes on with its caller, who gets `gas` back; `spilled` of what it took was state gas. */
export function endFrame(execution: Execution, input: FrameInput, ending: Ending, gas: number, spilled = 0): void {
  const { output } = execution
  const { isCreation, outputAt, outputSize } = input
  const parent = input.parent!
  const succeeded = ending === stopped || ending === returned
  if (succeeded) {
    keepFrame(execution)
    parent.spilled += spilled
  } else {
    undoFrame(execution, input)
    creditStateGas(execution, parent, input.charged)
  }
  const left = ending === reverted ? gas + spilled : gas
  execution.tracing?.exit(execution, input, ending, left)
  parent.gas += left
  parent.returnData = ending === failed || (isCreation && succeeded) ? nothing : output
  if (outputSize > 0 && ending !== failed)
    parent.memory.bytes.set(output.length > outputSize ? output.subarray(0, outputSize) : output, outputAt)
  const result = isCreation ? wordOf(input.address.bytes) : 1n
  parent.stack[parent.top++] = succeeded ? result : 0n
  execution.frame = parent
}
