import type { GasSchedule } from '../../execute/index.ts'
import { smaller } from '../compare.ts'
import { RollupError } from '../errors.ts'
import { TRANSACTION_GAS_CAP } from '../settler/advanceGas.ts'

/** What the transaction spends beside EXECUTE when it advances by one block by blob reference, in any fork. */
const RESERVED = 650_000n

/** More than this per block would only make blobs dearer: six of them hold 761,856 bytes. */
const MOST_BYTES = 300_000n

/** Fewer would not let a block do anything useful. */
const FEWEST_BYTES = 30_000n

/**
 * Most bytes of witness and payload of a block with that gas limit, such that one L1 transaction (EIP-7825: 2^24 gas) can
 * settle it: what EXECUTE must hold, times 64/63 (EIP-150), must fit. Errors: GAS_LIMIT_TOO_HIGH.
 */
export function settleablePayloadBytes(gasLimit: bigint, schedule: GasSchedule): number {
  const prices = schedule.pricesAt()
  const callable = ((TRANSACTION_GAS_CAP - RESERVED) * 63n) / 64n
  const left = callable - prices.required({ gasLimit, gasUsed: gasLimit })
  const missing = prices.perByte * FEWEST_BYTES - left
  if (missing > 0n) {
    throw new RollupError('GAS_LIMIT_TOO_HIGH', `L1 could not settle blocks with a gas limit of ${gasLimit}`, {
      value: gasLimit,
      expected: `at most ${gasLimit - missing}`,
      hint: 'an L1 transaction has at most 2^24 gas (EIP-7825), and EXECUTE must hold the whole gas limit of the block',
    })
  }
  const limit = schedule.market?.limit
  if (limit !== undefined && gasLimit > limit) {
    throw new RollupError('GAS_LIMIT_TOO_HIGH', `L1 could not settle blocks with a gas limit of ${gasLimit}`, {
      value: gasLimit,
      expected: `at most ${limit}`,
      hint: "EXECUTE's market takes no larger payload in an L1 block",
    })
  }
  return Number(prices.perByte === 0n ? MOST_BYTES : smaller(left / prices.perByte, MOST_BYTES))
}
