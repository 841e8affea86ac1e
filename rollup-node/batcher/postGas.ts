import { type Hex, hexToBytes } from 'viem'

/** What `post` spends at most: intrinsic gas and its event, and for each anchor one storage slot and one read of EIP-2935. */
const ONCE = 60_000n
const PER_ANCHOR = 32_000n
const PER_CALLDATA_TOKEN = 10n

/** Gas limit of a `post`; calldata at EIP-7623's floor price. */
export function postGas(data: Hex, anchors: number): bigint {
  const tokens = hexToBytes(data).reduce((sum, byte) => sum + (byte === 0 ? 1 : 4), 0)
  return ONCE + PER_ANCHOR * BigInt(anchors) + PER_CALLDATA_TOKEN * BigInt(tokens)
}
