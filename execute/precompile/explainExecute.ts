import type { StatelessValidationResult } from '../ssz/types.ts'
import { failedToDecode } from '../statelessGuest.ts'
import { createExecute, type ExecuteCall, type ExecuteOptions } from './createExecute.ts'

export type ExplainExecuteOptions = ExecuteOptions & Partial<Omit<ExecuteCall, 'input'>>

export type Explanation = {
  /** With `successfulValidation` false and what could not be read left zero, if the input was refused. */
  result: StatelessValidationResult
  /** L1 gas that the call costs: everything it holds, if it fails. */
  gas: bigint
  /** Milliseconds it took here, from nothing. */
  ms: number
  /** The broken rule's name, and what is wrong, for people. */
  rule?: string
  message?: string
  /** The value that breaks it, and what would have been right, where the rule compares two. */
  value?: unknown
  expected?: unknown
}

/** EIP-7825: the most gas a transaction, and so a call, can have. */
const TRANSACTION_GAS_LIMIT = 2n ** 24n

/** What EXECUTE would answer to `input`, and why. By default the call holds all gas a transaction can have, now, without any blob. */
export async function explainExecute(input: Uint8Array, options: ExplainExecuteOptions): Promise<Explanation> {
  const {
    gasLimit = TRANSACTION_GAS_LIMIT,
    timestamp = BigInt(Math.floor(Date.now() / 1000)),
    readBlob = () => undefined,
    ...executeOptions
  } = options
  const execute = createExecute(executeOptions)
  const start = performance.now()
  const { result = failedToDecode, gasUsed, refusal } = await execute({ input, gasLimit, timestamp, readBlob })
  const explanation = { result, gas: gasUsed, ms: performance.now() - start }
  if (refusal === undefined) return explanation
  const { code: rule, message, value, expected } = refusal
  return { ...explanation, rule, message, value, expected }
}
