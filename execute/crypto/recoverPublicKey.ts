import { secp256k1 as noble } from '@noble/curves/secp256k1.js'
import { nativeSecp256k1 } from './nativeSecp256k1.ts'

const native = nativeSecp256k1

type Recover = (hash: Uint8Array, recoveryId: number, signature: Uint8Array) => Uint8Array

/**
 * Recovers the 64 bytes of the public key (x ‖ y) behind an ECDSA signature on secp256k1.
 * @throws when no key fits.
 */
export const recoverPublicKey: Recover = native
  ? (hash, recoveryId, signature) => native.ecdsaRecover(signature, recoveryId, hash, false).subarray(1)
  : nobleRecover

/** The fallback. */
export function nobleRecover(hash: Uint8Array, recoveryId: number, signature: Uint8Array): Uint8Array {
  const point = noble.Signature.fromBytes(signature, 'compact').addRecoveryBit(recoveryId).recoverPublicKey(hash)
  return point.toBytes(false).subarray(1)
}
