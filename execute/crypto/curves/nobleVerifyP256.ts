import { p256 } from '@noble/curves/nist.js'

/** The fallback: hash ‖ r ‖ s ‖ x ‖ y, 32 bytes each. */
export function nobleVerifyP256(input: Uint8Array): boolean {
  const key = Uint8Array.of(4, ...input.subarray(96, 160))
  try {
    return p256.verify(input.subarray(32, 96), input.subarray(0, 32), key, { lowS: false, prehash: false })
  } catch {
    // Numbers out of range, or no point of the curve.
    return false
  }
}
