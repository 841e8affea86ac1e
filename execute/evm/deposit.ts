import { EVMError } from '@ethereumjs/evm'
import type { Execution } from './Execution.ts'
import type { FrameInput } from './Frame.ts'

const { CODESIZE_EXCEEDS_MAXIMUM, INVALID_BYTECODE_RESULT, CODESTORE_OUT_OF_GAS } = EVMError.errorMessages

/** Makes the output the new account's code. Answers the gas that is left, undefined if it may not be (EIP-170, EIP-3541). */
export function deposit(execution: Execution, input: FrameInput, gas: number): number | undefined {
  const { output, table, state } = execution
  const { codeByte, maxCodeSize, rejectsEf } = table.frames!
  const left = gas - codeByte * output.length
  if (output.length > maxCodeSize) return refuse(execution, CODESIZE_EXCEEDS_MAXIMUM)
  if (rejectsEf && output[0] === 0xef) return refuse(execution, INVALID_BYTECODE_RESULT)
  if (left < 0) return refuse(execution, CODESTORE_OUT_OF_GAS)
  if (output.length > 0) state.setCode(state.openAccount(input.address.bytes), output)
  return left
}

function refuse(execution: Execution, reason: EVMError['error']): undefined {
  execution.exception = new EVMError(reason)
  return undefined
}
