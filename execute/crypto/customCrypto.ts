import { hash } from 'node:crypto'
import type { CustomCrypto } from '@ethereumjs/common'
import { NativerollError } from '../errors.ts'
import { keccak256 } from './keccak256.ts'
import { kzg } from './kzg.ts'
import { recoverPublicKey } from './recoverPublicKey.ts'

/** The one place that gives EthereumJS our cryptography, through `Common`. */
export const customCrypto: CustomCrypto = {
  keccak256,
  kzg,
  // A Buffer's methods differ from those of the Uint8Array it is taken for.
  sha256: (data) => new Uint8Array(hash('sha256', data, 'buffer')),
  ecrecover(hash, v, r, s, chainId) {
    const signature = new Uint8Array(64)
    // r and s come without leading zeros from transactions, with them from the precompile.
    signature.set(r, 32 - r.length)
    signature.set(s, 64 - s.length)
    return recoverPublicKey(hash, recoveryIdOf(v, chainId), signature)
  },
}

/** v is 0 or 1 in typed transactions, 27 or 28 in the oldest, chainId * 2 + 35 or + 36 since EIP-155. */
function recoveryIdOf(v: bigint, chainId?: bigint): number {
  if (v === 0n || v === 1n) return Number(v)
  const id = chainId === undefined ? v - 27n : v - (chainId * 2n + 35n)
  if (id === 0n || id === 1n) return Number(id)
  throw new NativerollError('INVALID_SIGNATURE', `Signature value v ${v} fits no key`, {
    value: v,
    expected: '0, 1, 27, 28 or EIP-155',
  })
}
