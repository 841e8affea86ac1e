import type { Execution } from '../Execution.ts'
import type { Frame } from '../Frame.ts'
import { failed, goOn, type Outcome } from '../Outcome.ts'

const stackLimit = 1024

/** EIP-8024. Its argument stands behind the instruction; values that it may not have look like PUSH and JUMPDEST. */
export function dupN(_: Execution, frame: Frame): Outcome {
  const depth = depthAt(frame)
  const { stack, top } = frame
  if (depth === undefined || top < depth || top >= stackLimit) return failed
  stack[top] = stack[top - depth]!
  frame.top++
  frame.pc++
  return goOn
}

export function swapN(_: Execution, frame: Frame): Outcome {
  const depth = depthAt(frame)
  if (depth === undefined || frame.top <= depth) return failed
  swap(frame, 0, depth)
  frame.pc++
  return goOn
}

export function exchange(_: Execution, frame: Frame): Outcome {
  const argument = frame.code[frame.pc] ?? 0
  if (argument > 0x51 && argument < 0x80) return failed
  const pair = argument ^ 0x8f
  const [high, low] = [pair >> 4, pair & 0xf]
  const [one, other] = high < low ? [high + 1, low + 1] : [low + 1, 29 - high]
  if (frame.top <= Math.max(one, other)) return failed
  swap(frame, one, other)
  frame.pc++
  return goOn
}

function depthAt({ code, pc }: Frame): number | undefined {
  const argument = code[pc] ?? 0
  return argument > 0x5a && argument < 0x80 ? undefined : (argument + 145) % 256
}

/** Two words, by how many are above them. */
function swap({ stack, top }: Frame, one: number, other: number): void {
  const word = stack[top - 1 - one]!
  stack[top - 1 - one] = stack[top - 1 - other]!
  stack[top - 1 - other] = word
}
