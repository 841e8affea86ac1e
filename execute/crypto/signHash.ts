import { secp256k1 as noble } from '@noble/curves/secp256k1.js'
import { nativeSecp256k1 as native } from './nativeSecp256k1.ts'

/** `r` and `s` in 32 bytes each, big endian. */
export type Signature = { r: Uint8Array; s: Uint8Array; yParity: number }

/** ECDSA on secp256k1 over a 32-byte hash, with the nonce of RFC 6979 and low s (EIP-2). */
export function signHash(hash: Uint8Array, privateKey: Uint8Array): Signature {
  if (native) {
    const { signature, recid } = native.ecdsaSign(hash, privateKey)
    return { r: signature.slice(0, 32), s: signature.slice(32), yParity: recid }
  }
  const recovered = noble.sign(hash, privateKey, { prehash: false, format: 'recovered' })
  return { r: recovered.slice(1, 33), s: recovered.slice(33), yParity: recovered[0]! }
}

/** The 64 bytes (x ‖ y) of the public key of a private key. */
export function publicKeyOf(privateKey: Uint8Array): Uint8Array {
  return (native?.publicKeyCreate(privateKey, false) ?? noble.getPublicKey(privateKey, false)).subarray(1)
}
