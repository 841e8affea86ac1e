import type { Execution } from './Execution.ts'
import type { FrameInput } from './Frame.ts'

/** What a frame does from here on is kept or undone when `endFrame` ends it. */
export function beginFrame(execution: Execution, input: FrameInput): void {
  execution.journal.beginFrame()
  execution.transientStorage.checkpoint()
  execution.accessList?.checkpoint()
  execution.tracing?.enter(execution, input)
}
