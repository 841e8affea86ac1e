import type { Execution } from './Execution.ts'
import type { FrameInput } from './Frame.ts'

/** Makes the output the new account's code. Answers the gas that is left, undefined if it may not be (EIP-170, EIP-3541). */
export function deposit({ output, table, state }: Execution, input: FrameInput, gas: number): number | undefined {
  const { codeByte, maxCodeSize, rejectsEf } = table.frames!
  const left = gas - codeByte * output.length
  if (left < 0 || output.length > maxCodeSize || (rejectsEf && output[0] === 0xef)) return undefined
  if (output.length > 0) state.setCode(state.openAccount(input.address.bytes), output)
  return left
}
