import { type Tracer, watchesExecution } from '../types/Tracer.ts'
import { endPrecompile } from './callPrecompile.ts'
import type { Execution } from './Execution.ts'
import { type Ending, endCode } from './endFrame.ts'
import type { Frame } from './Frame.ts'
import { handOver } from './handOver.ts'
import { interpret } from './interpret.ts'
import { listen } from './listen.ts'
import { awaiting, calling, failed, goOn, type Outcome, waiting } from './Outcome.ts'
import type { Tracing } from './Tracing.ts'

/** Gas that a frame may use before others may have their turn: a few milliseconds of it. */
const gasPerPause = 250_000
/** Instructions between pauses where each is told of: with megabytes of memory each of them takes long. */
const stepsPerPause = 64
const revertOpcode = 0xfd

/**
 * Runs the current frame and those it calls to where `root` ends, as `runFrames` does, with somebody watching. EthereumJS
 * executes the instructions that fail, if somebody asks for reasons: it knows them.
 */
export async function traceFrames(execution: Execution, root: Frame, tracing: Tracing): Promise<Ending> {
  let steps = 0
  for (;;) {
    const pause = tracing.wantsSteps && ++steps % stepsPerPause > 0 ? undefined : tracing.tracer.pause?.()
    if (pause !== undefined) await pause
    const { frame } = execution
    const outcome = tracing.wantsSteps ? step(execution, frame, tracing) : run(execution, frame, tracing)
    if (outcome === goOn || outcome === calling) continue
    if (outcome === awaiting) {
      const { input, result } = execution.answer!
      execution.answer = undefined
      endPrecompile(execution, input, await result)
      continue
    }
    const handsOver = outcome === waiting || (outcome === failed && (frame === root || tracing.wantsReasons))
    const ending = handsOver ? await handOverWatched(execution, frame, tracing, outcome) : (outcome as Ending)
    if (frame === root) return ending
    endCode(execution, frame, ending)
  }
}

/** Runs the frame for as long as others can wait. */
function run(execution: Execution, frame: Frame, { tracer }: Tracing): Outcome {
  frame.withheld = tracer.pause === undefined ? 0 : Math.max(frame.gas - gasPerPause, 0)
  const outcome = interpret(execution, frame)
  if (outcome !== failed || frame.withheld === 0) return outcome
  // The instruction fails for want of the gas that is withheld, or for another reason.
  frame.withheld = 0
  return interpret(execution, frame, true)
}

/** Executes one instruction, and tells of it. */
function step(execution: Execution, frame: Frame, tracing: Tracing): Outcome {
  frame.withheld = 0
  // The end of a code is no instruction.
  if (frame.pc >= frame.code.length) return interpret(execution, frame)
  tracing.beginStep(execution, frame)
  const outcome = interpret(execution, frame, true)
  if (outcome !== failed && outcome !== waiting) tracing.endStep(execution, frame.gas)
  return outcome
}

async function handOverWatched(
  execution: Execution,
  frame: Frame,
  tracing: Tracing,
  outcome: Outcome,
): Promise<Ending> {
  const fails = outcome === failed
  // Of a REVERT EthereumJS reads all that it gives, however much that is, to tell of it, and only then asks for gas.
  if (fails && frame.code[frame.pc] === revertOpcode) tracing.endStep(execution, frame.gas)
  const tracer = forEthereumJs(tracing, fails)
  if (!watchesExecution(tracer)) return handOver(execution, frame)
  const stop = listen(execution.evm, tracer, frame)
  try {
    return await handOver(execution, frame)
  } finally {
    stop()
  }
}

/** What is not told of yet: what the instruction would have cost that fails, or all that the frame goes on to do. */
function forEthereumJs(tracing: Tracing, fails: boolean): Tracer {
  const { tracer } = tracing
  const isToldOf = tracing.leaveStep()
  if (fails) return isToldOf && tracer.cost !== undefined ? { cost: tracer.cost } : {}
  if (!isToldOf) return tracing.wantsSteps ? tracer : { ...tracer, step: () => false }
  let first = true
  const step: Tracer['step'] = (next) => {
    const goesOn = first || tracer.step?.(next)
    first = false
    return goesOn
  }
  return { ...tracer, step }
}
