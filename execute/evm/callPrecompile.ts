import type { ExecResult, PrecompileFunc } from '@ethereumjs/evm'
import type { Execution } from './Execution.ts'
import { endFrame } from './endFrame.ts'
import { type FrameInput, nothing } from './Frame.ts'
import { awaiting, failed, goOn, type Outcome, returned, reverted } from './Outcome.ts'

/** Calls a precompile of EthereumJS or of the chain; some answer later. */
export function callPrecompile(execution: Execution, input: FrameInput, precompile: PrecompileFunc): Outcome {
  // A copy, because the memory is used again, and what a precompile keeps is its own business.
  const { evm } = execution
  const { common } = evm
  const gasLimit = BigInt(input.gas)
  const result = precompile({ data: input.data.slice(), gasLimit, common, _EVM: evm })
  if (result instanceof Promise) {
    execution.answer = { input, result }
    return awaiting
  }
  endPrecompile(execution, input, result)
  return goOn
}

/** Hands the caller what the precompile has answered. */
export function endPrecompile(execution: Execution, input: FrameInput, result: ExecResult): void {
  const { exceptionError, executionGasUsed, returnValue = nothing } = result
  execution.output = returnValue
  const ending = exceptionError === undefined ? returned : exceptionError.error === 'revert' ? reverted : failed
  endFrame(execution, input, ending, input.gas - Number(executionGasUsed))
}
