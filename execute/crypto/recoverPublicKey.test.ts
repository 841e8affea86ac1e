import { secp256k1 } from '@noble/curves/secp256k1.js'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { expect, test } from 'vitest'
import { keccak256 } from './keccak256.ts'
import { nobleRecover, recoverPublicKey } from './recoverPublicKey.ts'

test('keys are recovered from signatures, the same way natively and not', () => {
  for (let i = 1; i <= 20; i++) {
    const key = keccak256(Uint8Array.of(i))
    const hash = keccak256(Uint8Array.of(i, i))
    const signed = secp256k1.sign(hash, key, { format: 'recovered', prehash: false })
    const recoveryId = signed[0]!
    const signature = signed.subarray(1)
    const expected = secp256k1.getPublicKey(key, false).subarray(1)
    expect(new Uint8Array(recoverPublicKey(hash, recoveryId, signature))).toEqual(expected)
    expect(nobleRecover(hash, recoveryId, signature)).toEqual(expected)
  }
})

test('error: signatures that fit no key', () => {
  const order = Buffer.from('fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141', 'hex')
  for (const signature of [new Uint8Array(64), new Uint8Array([...order, ...order]), new Uint8Array(64).fill(0xff)]) {
    expect(() => recoverPublicKey(new Uint8Array(32).fill(1), 0, signature)).toThrow()
    expect(() => nobleRecover(new Uint8Array(32).fill(1), 0, signature)).toThrow()
  }
})

test('hashes equal those of another implementation, and earlier results are not overwritten', () => {
  const first = keccak256(new Uint8Array(0))
  for (const length of [0, 1, 135, 136, 137, 532, 100_000]) {
    const data = new Uint8Array(length).fill(length & 255)
    expect(keccak256(data)).toEqual(keccak_256(data))
  }
  expect(Buffer.from(first).toString('hex')).toBe('c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470')
})
