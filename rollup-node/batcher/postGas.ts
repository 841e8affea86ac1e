import { type Hex, size } from 'viem'

/**
 * What `post` spends at most in any fork: intrinsic gas and its event, and for each anchor one storage slot (97,920 gas of
 * state by EIP-8037) and one read of EIP-2935.
 */
const ONCE = 90_000n
const PER_ANCHOR = 140_000n
const PER_CALLDATA_BYTE = 64n

/** Gas limit of a `post`; calldata at EIP-7976's floor price. */
export function postGas(data: Hex, anchors: number): bigint {
  return ONCE + PER_ANCHOR * BigInt(anchors) + PER_CALLDATA_BYTE * BigInt(size(data))
}
