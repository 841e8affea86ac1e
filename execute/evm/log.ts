import type { Execution } from './Execution.ts'
import type { Frame } from './Frame.ts'
import { endOf, maxMemory } from './Memory.ts'
import { failed, goOn, type Outcome } from './Outcome.ts'
import { bytesOfWord } from './words.ts'

export function log({ table, logs }: Execution, frame: Frame, opcode: number): Outcome {
  if (frame.isStatic) return failed
  const { stack, memory } = frame
  const { logTopic, logData } = table.parameters
  const end = endOf(stack[frame.top - 1]!, stack[frame.top - 2]!)
  if (end > maxMemory) return memory.tooFar(frame.gas)
  const size = Number(stack[frame.top - 2]!)
  const topicCount = opcode - 0xa0
  const gas = topicCount * logTopic + size * logData + memory.price(end)
  if (frame.gas < gas) return failed
  frame.gas -= gas
  memory.expand(end)
  frame.top -= 2
  const topics: Uint8Array[] = []
  for (let i = 0; i < topicCount; i++) topics.push(bytesOfWord(stack[--frame.top]!))
  logs.push([frame.address.bytes, topics, memory.bytes.slice(end - size, end)])
  return goOn
}
