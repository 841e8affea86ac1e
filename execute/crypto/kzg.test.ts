import { createRequire } from 'node:module'
import { beforeAll, describe, expect, test } from 'vitest'
import { bls12381 } from './curves/curves.ts'
import { kzg } from './kzg.ts'

const { DasContextJs } = createRequire(import.meta.url)('@crate-crypto/node-eth-kzg')
const setup = DasContextJs.create({ usePrecomp: false })
const hex = (bytes: Uint8Array) => `0x${Buffer.from(bytes).toString('hex')}`
const word = (value: number) => new Uint8Array(32).fill(0).fill(value, 31)

describe.each([
  ['plain JavaScript', undefined],
  ['mcl', () => bls12381.load()],
])('verifyProof in %s', (_name, load) => {
  beforeAll(() => load?.())

  const blob = new Uint8Array(131_072)
  for (let element = 0; element < 4_096; element++) blob[element * 32 + 9] = element % 250
  const commitment = setup.blobToKzgCommitment(blob)

  for (const z of [word(0), word(1), word(77)]) {
    test(`agrees with the native library at ${z[31]}`, () => {
      const [proof, y] = setup.computeKzgProof(blob, z)
      expect(kzg.verifyProof(hex(commitment), hex(z), hex(y), hex(proof))).toBe(true)
      expect(kzg.verifyProof(hex(commitment), hex(word(2)), hex(y), hex(proof))).toBe(false)
      expect(kzg.verifyProof(hex(commitment), hex(z), hex(word(9)), hex(proof))).toBe(false)
      expect(kzg.verifyProof(hex(proof), hex(z), hex(y), hex(commitment))).toBe(false)
    })
  }

  test('a constant polynomial has the point at infinity as its proof', () => {
    const zero = setup.blobToKzgCommitment(new Uint8Array(131_072))
    const [proof, y] = setup.computeKzgProof(new Uint8Array(131_072), word(5))
    expect(hex(proof)).toBe(`0xc0${'00'.repeat(47)}`)
    expect(kzg.verifyProof(hex(zero), hex(word(5)), hex(y), hex(proof))).toBe(true)
    expect(kzg.verifyProof(hex(commitment), hex(word(5)), hex(y), hex(proof))).toBe(false)
  })

  test('is false for what is no scalar and no point', () => {
    const [proof, y] = setup.computeKzgProof(blob, word(1))
    const above = hex(new Uint8Array(32).fill(0xff))
    expect(kzg.verifyProof(hex(commitment), above, hex(y), hex(proof))).toBe(false)
    for (const bad of [
      new Uint8Array(48),
      new Uint8Array(48).fill(0xff),
      new Uint8Array(48).fill(0x85),
      new Uint8Array(47),
    ]) {
      expect(kzg.verifyProof(hex(bad), hex(word(1)), hex(y), hex(proof))).toBe(false)
    }
  })
})
