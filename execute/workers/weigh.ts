import { type ExecutionRequest, rulesOf } from '../precompile/Executor.ts'
import { decodeTransaction } from '../rlp/transaction.ts'

/** Of one input, at most: a few milliseconds, and some dozens of them. */
const LIGHT = { gas: 100_000n, bytes: 65_536 }
const MIDDLING = { gas: 1_000_000n, bytes: 262_144 }

/** Each of these has a gas limit of at least 21,000, so more of them are not light. */
const FEW_TRANSACTIONS = 16

/**
 * How much work an input can be, judged by its size and by what its transactions may use. The payload's own `gas_used` is
 * whatever its sender claims until it has been executed.
 */
export function weigh({ input, bytes, forks }: ExecutionRequest): 'light' | 'middling' | 'heavy' {
  const { transactions, gasLimit, timestamp, blockNumber } = input.newPayloadRequest.executionPayload
  // Before anything is decoded, which is work itself.
  if (transactions.length > FEW_TRANSACTIONS || bytes.length > MIDDLING.bytes) return 'heavy'
  const rules = rulesOf(input.chainId, forks)
  let gas = 0n
  try {
    for (const transaction of transactions)
      gas += decodeTransaction(transaction, rules, { timestamp, number: blockNumber }).gasLimit
  } catch {
    // Refused before anything is executed.
    return 'light'
  }
  if (gas > gasLimit) gas = gasLimit
  const within = (most: typeof LIGHT) => gas <= most.gas && bytes.length <= most.bytes
  if (within(LIGHT)) return 'light'
  return within(MIDDLING) ? 'middling' : 'heavy'
}
