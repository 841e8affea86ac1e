import type { ChainRules } from '../rules/createChainRules.ts'
import type { ExecutionPayload } from '../ssz/types.ts'
import { ExecuteRefusal } from './ExecuteRefusal.ts'

/** What a transaction uses at the least, before and since EIP-2780. */
const INTRINSIC_GAS = 21_000n
const TX_BASE_COST = 12_000n

/**
 * Each transaction uses its intrinsic gas, so a block with more of them than its gas limit has room for is invalid. Told from
 * their number, before any of them is hashed or decoded: five bytes make a transaction that costs microseconds to refuse.
 * @throws ExecuteRefusal `TOO_MANY_TRANSACTIONS`
 */
export function assertTransactionCount(
  { transactions, gasLimit, timestamp }: ExecutionPayload,
  rules: ChainRules,
): void {
  const least = rules.isActive('amsterdam', timestamp) ? TX_BASE_COST : INTRINSIC_GAS
  if (BigInt(transactions.length) * least <= gasLimit) return
  throw new ExecuteRefusal(
    'TOO_MANY_TRANSACTIONS',
    `${transactions.length} transactions use more gas than the limit of ${gasLimit}, at ${least} each`,
    { value: transactions.length, expected: `at most ${gasLimit / least}` },
  )
}
