/** The gas of an EXECUTE call. All amounts in L1 gas, of a payload whose `gasLimit` and `gasUsed` are in L2 gas. */
export type GasSchedule = {
  /** For each byte of the input and of what it references in blobs. */
  perByte: bigint
  /** What the call must hold, beside the bytes', before anything runs. */
  required(payload: { gasLimit: bigint; gasUsed: bigint }): bigint
  /** What success costs, beside the bytes'. Never more than `required`; failure costs all that the call holds. */
  charged(payload: { gasLimit: bigint; gasUsed: bigint }): bigint
  /** Largest gas limit that a payload may have. */
  maxGasLimit?: bigint
}

/** 16 gas a byte is what calldata costs at most outside EIP-7623's floor; ethrex: EXECUTE_GAS_PER_WITNESS_BYTE. */
const PER_BYTE = 16n

export const gasSchedules = {
  /** The gas limit bounds the work, so the call must hold it; `gas_used` is proven by then, so success costs that. */
  reserve: { perByte: PER_BYTE, required: ({ gasLimit }) => gasLimit, charged: ({ gasUsed }) => gasUsed },
  /** ethrex: a small block is as dear as a full one. */
  gas_limit: { perByte: PER_BYTE, required: ({ gasLimit }) => gasLimit, charged: ({ gasLimit }) => gasLimit },
  /** The l2beat book: bounds nothing, since an attacker may claim any `gas_used` and have up to `gas_limit` executed. */
  gas_used: { perByte: 0n, required: ({ gasUsed }) => gasUsed, charged: ({ gasUsed }) => gasUsed },
} as const satisfies Record<string, GasSchedule>

export type GasScheduleName = keyof typeof gasSchedules

/**
 * EXECUTE gas as a market of its own (ethresear.ch 21517) at a fixed price: `price` L1 gas buy one L2 gas, `limit` is the largest
 * gas limit of a payload. L1's own block gas limit divided by the price then bounds all EXECUTE calls of a block together.
 */
export function marketGasSchedule({ price, limit }: { price: bigint; limit: bigint }): GasSchedule {
  return {
    perByte: PER_BYTE,
    required: ({ gasLimit }) => price * gasLimit,
    charged: ({ gasUsed }) => price * gasUsed,
    maxGasLimit: limit,
  }
}

/** A schedule by name or as given. */
export function gasScheduleOf(schedule: GasScheduleName | GasSchedule): GasSchedule {
  return typeof schedule === 'string' ? gasSchedules[schedule] : schedule
}
