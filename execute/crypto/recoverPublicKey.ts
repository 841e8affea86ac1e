import { createRequire } from 'node:module'
import { secp256k1 as noble } from '@noble/curves/secp256k1.js'

type Recover = (hash: Uint8Array, recoveryId: number, signature: Uint8Array) => Uint8Array

/**
 * Recovers the 64 bytes of the public key (x ‖ y) behind an ECDSA signature on secp256k1. Native code where a prebuilt
 * binary exists for this machine (about 20 times as fast), else JavaScript.
 * @throws when no key fits.
 */
export const recoverPublicKey: Recover = nativeRecover() ?? nobleRecover

function nativeRecover(): Recover | undefined {
  try {
    // The package's main entry falls back to slow code silently; its bindings say clearly whether they are there.
    const native = createRequire(import.meta.url)('secp256k1/bindings') as {
      ecdsaRecover(signature: Uint8Array, recoveryId: number, hash: Uint8Array, compressed: boolean): Uint8Array
    }
    return (hash, recoveryId, signature) => native.ecdsaRecover(signature, recoveryId, hash, false).subarray(1)
  } catch {
    return undefined
  }
}

/** The fallback. */
export function nobleRecover(hash: Uint8Array, recoveryId: number, signature: Uint8Array): Uint8Array {
  const point = noble.Signature.fromBytes(signature, 'compact').addRecoveryBit(recoveryId).recoverPublicKey(hash)
  return point.toBytes(false).subarray(1)
}
