import { EVMError } from '@ethereumjs/evm'
import { canAfford, chargeStateGas } from './amsterdam/stateGas.ts'
import type { Execution } from './Execution.ts'
import type { Frame } from './Frame.ts'

const { CODESIZE_EXCEEDS_MAXIMUM, INVALID_BYTECODE_RESULT, CODESTORE_OUT_OF_GAS } = EVMError.errorMessages

/** Makes the output the new account's code. Answers the gas that is left, undefined if it may not be (EIP-170, EIP-3541). */
export function deposit(execution: Execution, frame: Frame): number | undefined {
  const { output, table, state, accessList } = execution
  const { codeByte, codeWord, codeByteState, maxCodeSize, rejectsEf } = table.frames!
  const { length } = output
  const gas = codeByte * length + codeWord * Math.ceil(length / 32)
  const stateGas = codeByteState * length
  if (length > maxCodeSize) return refuse(execution, CODESIZE_EXCEEDS_MAXIMUM)
  if (rejectsEf && output[0] === 0xef) return refuse(execution, INVALID_BYTECODE_RESULT)
  if (!canAfford(execution, frame, gas, stateGas)) return refuse(execution, CODESTORE_OUT_OF_GAS)
  frame.gas -= gas
  chargeStateGas(execution, frame, stateGas)
  if (length > 0) {
    const account = state.openAccount(frame.address.bytes, frame.key)
    state.setCode(account, output)
    accessList?.changeCode(frame.key, output, undefined)
  }
  return frame.gas
}

function refuse(execution: Execution, reason: EVMError['error']): undefined {
  execution.exception = new EVMError(reason)
  return undefined
}
