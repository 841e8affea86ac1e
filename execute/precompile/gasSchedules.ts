import { createGasMarket } from '../transition/gasMarket.ts'
import type { GasMarket } from '../types/GasMarket.ts'

/** The gas of an EXECUTE call. All amounts in L1 gas, of a payload whose `gasLimit` and `gasUsed` are in L2 gas. */
export type GasPrices = {
  /** For each byte of the input and of what it references in blobs. */
  perByte: bigint
  /** What the call must hold, beside the bytes', before anything runs. */
  required(payload: { gasLimit: bigint; gasUsed: bigint }): bigint
  /** What success costs, beside the bytes'. Never more than `required`; failure costs all that the call holds. */
  charged(payload: { gasLimit: bigint; gasUsed: bigint }): bigint
}

export type GasSchedule = {
  /** What holds in a block. `price` is that of the market, the least one if absent; without a market it does not matter. */
  pricesAt(price?: bigint): GasPrices
  /** Where L2 gas is sold. */
  market?: GasMarket
}

/** 16 gas a byte is what calldata costs at most outside EIP-7623's floor; ethrex: EXECUTE_GAS_PER_WITNESS_BYTE. */
const PER_BYTE = 16n

/**
 * L2 gas at a price, and so much of it in each L1 block (ethresear.ch 21517). A call must find its payload's gas limit left in
 * the block, as a transaction does, and takes what the payload used; one that fails takes all of the limit.
 * Errors: INVALID_GAS_MARKET.
 */
export function marketGasSchedule(options: MarketOptions = {}): GasSchedule {
  const { limit = 30_000_000n, minPrice = 100n } = options
  const market = createGasMarket({ limit, target: options.target ?? limit / 2n, minPrice })
  const cost = (gas: bigint, price: bigint) => (gas * price + 999n) / 1000n
  return {
    market,
    pricesAt: (price = minPrice) => ({
      perByte: PER_BYTE,
      required: ({ gasLimit }) => cost(gasLimit, price),
      charged: ({ gasUsed }) => cost(gasUsed, price),
    }),
  }
}

export type MarketOptions = {
  /** Most L2 gas that all EXECUTE calls of an L1 block take together. @default 30_000_000n */
  limit?: bigint
  /** L2 gas per L1 block at which the price stays as it is. @default half of `limit` */
  target?: bigint
  /** L1 gas that 1,000 L2 gas cost at the least. @default 100n */
  minPrice?: bigint
}

/** The schedules without a market, by the name that the configuration gives them (docs/execute.md, Gas). */
export const gasSchedules = {
  /** The gas limit bounds the work, so the call must hold it; `gas_used` is proven by then, so success costs that. */
  reserve: fixed({ perByte: PER_BYTE, required: ({ gasLimit }) => gasLimit, charged: ({ gasUsed }) => gasUsed }),
  /** ethrex: a small block is as dear as a full one. */
  gas_limit: fixed({ perByte: PER_BYTE, required: ({ gasLimit }) => gasLimit, charged: ({ gasLimit }) => gasLimit }),
  /** The l2beat book: bounds nothing, since an attacker may claim any `gas_used` and have up to `gas_limit` executed. */
  gas_used: fixed({ perByte: 0n, required: ({ gasUsed }) => gasUsed, charged: ({ gasUsed }) => gasUsed }),
  /** The original proposal: gas of its own, with a limit, a target and a price. */
  market: marketGasSchedule(),
} as const satisfies Record<string, GasSchedule>

export type GasScheduleName = keyof typeof gasSchedules

function fixed(prices: GasPrices): GasSchedule {
  return { pricesAt: () => prices }
}

/** A schedule by name or as given. */
export function gasScheduleOf(schedule: GasScheduleName | GasSchedule): GasSchedule {
  return typeof schedule === 'string' ? gasSchedules[schedule] : schedule
}
