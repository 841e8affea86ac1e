import { deposit } from './deposit.ts'
import type { Execution } from './Execution.ts'
import { type Frame, type FrameInput, nothing } from './Frame.ts'
import { giveMemoryBack } from './Memory.ts'
import { failed, returned, type reverted, stopped } from './Outcome.ts'
import { wordOf } from './words.ts'

export type Ending = typeof stopped | typeof returned | typeof reverted | typeof failed

/** Ends a code's execution, which for a creation means keeping its output. */
export function endCode(execution: Execution, frame: Frame, ending: Ending): void {
  const { input } = frame
  giveMemoryBack(frame.memory)
  const creates = input.isCreation && (ending === stopped || ending === returned)
  const gas = ending === failed ? undefined : creates ? deposit(execution, input, frame.gas) : frame.gas
  endFrame(execution, input, gas === undefined ? failed : ending, gas ?? 0)
}

/** Keeps or undoes what a frame did and goes on with its caller, who gets `gas` back. */
export function endFrame(execution: Execution, input: FrameInput, ending: Ending, gas: number): void {
  const { journal, transientStorage, output } = execution
  const { isCreation, outputAt, outputSize } = input
  const parent = input.parent!
  const succeeded = ending === stopped || ending === returned
  if (succeeded) {
    journal.keepFrame()
    transientStorage.commit()
  } else {
    journal.undoFrame()
    transientStorage.revert()
    execution.refund = input.refund
    execution.logs.length = input.logCount
  }
  execution.tracing?.exit(execution, input, ending, gas)
  parent.gas += gas
  parent.returnData = ending === failed || (isCreation && succeeded) ? nothing : output
  if (outputSize > 0 && ending !== failed)
    parent.memory.bytes.set(output.length > outputSize ? output.subarray(0, outputSize) : output, outputAt)
  const result = isCreation ? wordOf(input.address.bytes) : 1n
  parent.stack[parent.top++] = succeeded ? result : 0n
  execution.frame = parent
}
