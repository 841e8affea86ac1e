import { NobleBLS } from '@ethereumjs/evm'
import { generatorG1, groupOrder, negativeG2, tauG2 } from './kzgPoints.ts'

/** Whether p(z) = y for the polynomial behind a commitment. Points are compressed to 48 bytes, numbers have 32. */
export type VerifyKzgProof = (commitment: Uint8Array, z: Uint8Array, y: Uint8Array, proof: Uint8Array) => boolean

const fieldModulus = 0x1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaabn

const bls = new NobleBLS()

/**
 * consensus-specs `verify_kzg_proof`: p(z) = y. The paper's e(C - [y], G2) = e(proof, [tau - z]) is brought to
 * e(C - [y] + z * proof, -G2) * e(proof, [tau]) = 1, so that all arithmetic is in G1. False as well for scalars above
 * the modulus and for bytes that are no point of the subgroup.
 */
export const nobleVerifyKzgProof: VerifyKzgProof = (commitment, zBytes, yBytes, proof) => {
  const [z, y] = [toBigInt(zBytes), toBigInt(yBytes)]
  if (z >= groupOrder || y >= groupOrder) return false
  const [c, pi] = [decompressG1(commitment), decompressG1(proof)]
  if (c === undefined || pi === undefined) return false
  try {
    const terms = [c, scalar(1n), generatorG1, scalar((groupOrder - y) % groupOrder), pi, scalar(z)]
    const left = bls.msmG1(Buffer.concat(terms))
    return bls.pairingCheck(Buffer.concat([left, negativeG2, pi, tauG2]))[31] === 1
  } catch {
    return false
  }
}

/** The 48-byte form of a point (ZCash's, as in EIP-4844) to EIP-2537's 128 bytes, not yet checked for the subgroup. */
function decompressG1(compressed: Uint8Array): Uint8Array | undefined {
  const flags = compressed[0] ?? 0
  if (compressed.length !== 48 || (flags & 0x80) === 0) return undefined
  const x = toBigInt(Uint8Array.of(flags & 0x1f, ...compressed.subarray(1)))
  if (flags & 0x40) return x === 0n && (flags & 0x20) === 0 ? new Uint8Array(128) : undefined
  if (x >= fieldModulus) return undefined
  const ySquared = (x * x * x + 4n) % fieldModulus
  // The modulus is 3 mod 4.
  const root = power(ySquared, (fieldModulus + 1n) / 4n)
  if ((root * root) % fieldModulus !== ySquared) return undefined
  const isLarger = root > (fieldModulus - 1n) / 2n
  const y = isLarger === ((flags & 0x20) !== 0) ? root : fieldModulus - root
  return Buffer.from(fieldHex(x) + fieldHex(y), 'hex')
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n
  for (const bit of exponent.toString(2)) {
    result = (result * result) % fieldModulus
    if (bit === '1') result = (result * base) % fieldModulus
  }
  return result
}

function toBigInt(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
}

function scalar(value: bigint): Uint8Array {
  return Buffer.from(value.toString(16).padStart(64, '0'), 'hex')
}

/** EIP-2537: a field element in 64 bytes. */
function fieldHex(value: bigint): string {
  return value.toString(16).padStart(128, '0')
}
