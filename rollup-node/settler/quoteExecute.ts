import { bytesToHex, hexToBigInt } from 'viem'
import {
  excessAfter,
  executeAddress,
  type GasPrices,
  type GasSchedule,
  marketSlots,
  priceOf,
} from '../../execute/index.ts'
import type { L1Client } from '../l1/createL1Client.ts'

/** What EXECUTE's gas costs, as far as a settler must know before it sends. */
export type ExecuteQuote = {
  /** In L1's next block. */
  now: GasPrices
  /** At the most, while a transaction sent now is likely to be mined. */
  soon: GasPrices
  /** Absent where only L1's own gas bounds it. */
  market?: {
    /** Most L2 gas that a block of L1 takes. */
    limit: bigint
    /** L1 gas for 1,000 L2 gas in the next block. */
    price: bigint
    /** Whether waiting makes it cheaper: the price is above the least. */
    canFall: boolean
  }
}

/** Full blocks that may come before the transaction: more than a sender waits until it bids higher. */
const AHEAD = 4n

/** The prices after L1's block `blockNumber`. A market's follow from its record, in L1's state; others are fixed. */
export async function quoteExecute(
  client: L1Client,
  { market, pricesAt }: GasSchedule,
  blockNumber: bigint,
): Promise<ExecuteQuote> {
  if (market === undefined) return { now: pricesAt(), soon: pricesAt() }
  const read = async (slot: Uint8Array) =>
    hexToBigInt((await client.getStorageAt({ address: executeAddress, slot: bytesToHex(slot), blockNumber })) ?? '0x0')
  const [excess, used] = await Promise.all([read(marketSlots.excess), read(marketSlots.used)])
  const next = excessAfter(market, { excess, used })
  const price = priceOf(market, next)
  const soon = priceOf(market, next + AHEAD * (market.limit - market.target))
  return {
    now: pricesAt(price),
    soon: pricesAt(soon),
    market: { limit: market.limit, price, canFall: price > market.minPrice },
  }
}
