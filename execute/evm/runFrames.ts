import { endPrecompile } from './callPrecompile.ts'
import type { Execution } from './Execution.ts'
import { type Ending, endCode } from './endFrame.ts'
import type { Frame } from './Frame.ts'
import { handOver } from './handOver.ts'
import { interpret } from './interpret.ts'
import { awaiting, calling, type Outcome, waiting } from './Outcome.ts'

/** Runs the current frame, those it calls and those that wait for it, to where `root` ends or halts; undefined if one below must wait. */
export function runFrames(execution: Execution, root: Frame): Outcome | undefined {
  for (;;) {
    const { frame } = execution
    const outcome = interpret(execution, frame)
    if (outcome === calling) continue
    if (outcome === awaiting) return undefined
    if (frame === root) return outcome
    if (outcome === waiting) return undefined
    endCode(execution, frame, outcome as Ending)
  }
}

/** Goes on with `runFrames` where it had to wait. */
export async function runFramesLater(execution: Execution, root: Frame): Promise<Outcome> {
  for (;;) {
    const { answer } = execution
    if (answer === undefined) {
      const { frame } = execution
      endCode(execution, frame, await handOver(execution, frame))
    } else {
      execution.answer = undefined
      endPrecompile(execution, answer.input, await answer.result)
    }
    const outcome = runFrames(execution, root)
    if (outcome !== undefined) return outcome
  }
}
