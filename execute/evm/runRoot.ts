import { EVMError, type EVMResult, type ExecResult } from '@ethereumjs/evm'
import { giveStateGas } from './amsterdam/stateGas.ts'
import { deposit } from './deposit.ts'
import type { Execution } from './Execution.ts'
import type { Ending } from './endFrame.ts'
import { type Frame, nothing } from './Frame.ts'
import { keepFrame, undoFrame } from './frameMarks.ts'
import { handOver } from './handOver.ts'
import { giveMemoryBack } from './Memory.ts'
import { failed, type Outcome, reverted, waiting } from './Outcome.ts'
import { runFrames, runFramesLater } from './runFrames.ts'
import { traceFrames } from './traceFrames.ts'

/** Executes the frame of the transaction itself, which has begun, and keeps or undoes what it did. */
export async function runRoot(execution: Execution): Promise<EVMResult> {
  const { frame, transientStorage, tracing } = execution
  const { input } = frame
  const ending = kept(execution, await runToEnd(execution, frame))
  giveMemoryBack(frame.memory)
  transientStorage.clear()
  const ends = ending === failed || ending === reverted
  const left = ending === failed ? 0 : ending === reverted ? frame.gas + frame.spilled : frame.gas
  const result: ExecResult = { returnValue: execution.output, executionGasUsed: BigInt(input.gas - left) }
  if (ends) undoFrame(execution, input)
  else keepFrame(execution)
  tracing?.exit(execution, input, ending, left)
  giveStateGas(execution.evm, execution.stateGas)
  if (ends) {
    const exceptionError = ending === failed ? execution.exception! : new EVMError(EVMError.errorMessages.REVERT)
    return { execResult: { ...result, exceptionError, gasRefund: 0n, logs: [] } }
  }
  const { refund, logs, destroyed, created } = execution
  const selfdestruct = destroyed as ExecResult['selfdestruct'] & object
  const createdAddresses = created as ExecResult['createdAddresses'] & object
  return { execResult: { ...result, gasRefund: BigInt(refund), logs, selfdestruct, createdAddresses } }
}

async function runToEnd(execution: Execution, frame: Frame): Promise<Ending> {
  const { tracing } = execution
  if (tracing !== undefined) return traceFrames(execution, frame, tracing)
  const outcome: Outcome = runFrames(execution, frame) ?? (await runFramesLater(execution, frame))
  // EthereumJS says why it fails.
  return outcome === failed || outcome === waiting ? handOver(execution, frame) : (outcome as Ending)
}

/** What a creation returns becomes code. */
function kept(execution: Execution, ending: Ending): Ending {
  const { frame } = execution
  if (!frame.input.isCreation || ending === failed || ending === reverted) return ending
  if (deposit(execution, frame) !== undefined) return ending
  execution.output = nothing
  return failed
}
