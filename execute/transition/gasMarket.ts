import { bigIntMin } from '@ethereumjs/util'
import { NativerollError } from '../errors.ts'
import { maxWord } from '../evm/words.ts'
import type { GasMarket } from '../types/GasMarket.ts'
import { fakeExponential } from './feeMarket.ts'

/** Where a market stands after a block: like `excess_blob_gas` and `blob_gas_used` of a header (EIP-4844). */
export type MarketRecord = {
  /** What blocks up to the one before have used above the target. The block's price follows from it. */
  excess: bigint
  /** What the block used. */
  used: bigint
}

/** No gas limit reaches it, so a price need not be exact beyond. */
const maxPrice = 2n ** 64n

/**
 * A market whose price grows by an eighth over each full block, as EIP-4844's did at first: `(limit - target) / ln(9/8)` is
 * its update fraction. Errors: INVALID_GAS_MARKET.
 */
export function createGasMarket({ limit, target, minPrice }: Omit<GasMarket, 'updateFraction'>): GasMarket {
  if (target < 1n || target >= limit || minPrice < 1n) {
    throw new NativerollError('INVALID_GAS_MARKET', 'These numbers make no market', {
      value: { limit, target, minPrice },
      expected: 'a limit above the target, a target and a least price of at least 1',
    })
  }
  return { limit, target, minPrice, updateFraction: ((limit - target) * 1_000_000n) / 117_783n }
}

/** Block gas that 1,000 gas cost in a block with that excess. */
export function priceOf({ minPrice, updateFraction }: GasMarket, excess: bigint): bigint {
  const price = fakeExponential(minPrice, excess, updateFraction, maxPrice)
  return bigIntMin(price, maxPrice)
}

/** The excess of the block after this one. */
export function excessAfter({ target }: GasMarket, { excess, used }: MarketRecord): bigint {
  const sum = excess + used
  if (sum < target) return 0n
  // Only a test method that writes storage comes near.
  return bigIntMin(sum - target, maxWord)
}
