import type { Execution } from './Execution.ts'
import type { FrameInput } from './Frame.ts'

type Marked = Pick<Execution, 'journal' | 'transientStorage' | 'accessList'>
type Undone = Pick<FrameInput, 'refund' | 'logCount' | 'reservoir' | 'stateGasUsed'>

/** What a frame that begins now goes back to if it fails. */
export function presentOf({ refund, logs, stateGas }: Pick<Execution, 'refund' | 'logs' | 'stateGas'>): Undone {
  return { refund, logCount: logs.length, reservoir: stateGas.reservoir, stateGasUsed: stateGas.used }
}

export function keepFrame({ journal, transientStorage, accessList }: Marked): void {
  journal.keepFrame()
  transientStorage.commit()
  accessList?.commit()
}

export function undoFrame(execution: Execution, { refund, logCount, reservoir, stateGasUsed }: Undone): void {
  const { journal, transientStorage, accessList, stateGas, logs } = execution
  journal.undoFrame()
  transientStorage.revert()
  accessList?.revert()
  execution.refund = refund
  logs.length = logCount
  stateGas.reservoir = reservoir
  stateGas.used = stateGasUsed
}
