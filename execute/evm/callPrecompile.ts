import type { ExecResult, PrecompileFunc } from '@ethereumjs/evm'
import type { Execution } from './Execution.ts'
import { endFrame } from './endFrame.ts'
import { type FrameInput, nothing } from './Frame.ts'
import { awaiting, failed, goOn, type Outcome, returned, reverted } from './Outcome.ts'

/** Calls a precompile of EthereumJS or of the chain; some answer later. */
export function callPrecompile(execution: Execution, input: FrameInput, precompile: PrecompileFunc): Outcome {
  const { evm } = execution
  const { common } = evm
  const gasLimit = BigInt(input.gas)
  // The caller's memory itself: a megabyte of it costs a call nothing, so it is not copied before the precompile has its price.
  const result = precompile({ data: input.data, gasLimit, common, _EVM: evm })
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
  // Identity answers with its input, whose memory changes; the answer must not.
  execution.output = returnValue.buffer === input.data.buffer ? returnValue.slice() : returnValue
  execution.exception = exceptionError
  const ending = exceptionError === undefined ? returned : exceptionError.error === 'revert' ? reverted : failed
  endFrame(execution, input, ending, input.gas - Number(executionGasUsed))
}
