import { createRequire } from 'node:module'

/** libsecp256k1, as the package `secp256k1` binds it. Signatures are 64 bytes, r ‖ s, with low s. */
export type NativeSecp256k1 = {
  ecdsaRecover(signature: Uint8Array, recoveryId: number, hash: Uint8Array, compressed: boolean): Uint8Array
  ecdsaSign(hash: Uint8Array, privateKey: Uint8Array): { signature: Uint8Array; recid: number }
  publicKeyCreate(privateKey: Uint8Array, compressed: boolean): Uint8Array
}

/** Absent where no prebuilt binary exists for this machine. About 20 times as fast as JavaScript, and warm at once. */
export const nativeSecp256k1: NativeSecp256k1 | undefined = load()

function load(): NativeSecp256k1 | undefined {
  try {
    // The package's main entry falls back to slow code silently; its bindings say clearly whether they are there.
    return createRequire(import.meta.url)('secp256k1/bindings') as NativeSecp256k1
  } catch {
    return undefined
  }
}
