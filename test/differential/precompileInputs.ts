import { createHash } from 'node:crypto'
import type { IField } from '@noble/curves/abstract/modular.js'
import { bls12_381 } from '@noble/curves/bls12-381.js'
import { bn254 } from '@noble/curves/bn254.js'
import { p256 } from '@noble/curves/nist.js'
import fc from 'fast-check'
import { keccak256, signHash } from '../../execute/index.ts'

export type PrecompileCall = { address: bigint; input: Uint8Array }

const bytesOf = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
const word = (value: bigint | number) => value.toString(16).padStart(64, '0')
const field = (value: bigint) => value.toString(16).padStart(128, '0')
const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const few = <T>(element: fc.Arbitrary<T>) => fc.array(element, { minLength: 1, maxLength: 3 })

const scalar = fc.oneof(
  fc.bigInt({ min: 1n, max: 20n }),
  fc.bigInt({ min: 1n, max: 2n ** 250n }),
  fc.constant(bn254.fields.Fr.ORDER - 1n),
)
const anyScalar = fc.oneof(scalar, fc.constantFrom(0n, 2n ** 256n - 1n, bls12_381.fields.Fr.ORDER))

// Points are multiples of the generator, or the point at infinity.

const bnG1Valid = fc.oneof(
  {
    weight: 5,
    arbitrary: scalar.map((k) => bn254.G1.Point.BASE.multiply(k).toAffine()).map(({ x, y }) => word(x) + word(y)),
  },
  { weight: 1, arbitrary: fc.constant('00'.repeat(64)) },
)
const bnG2Valid = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .bigInt({ min: 1n, max: 50n })
      .map((k) => bn254.G2.Point.BASE.multiply(k).toAffine())
      .map(({ x, y }) => [x.c1, x.c0, y.c1, y.c0].map(word).join('')),
  },
  { weight: 1, arbitrary: fc.constant('00'.repeat(128)) },
)
const blsG1Valid = fc.oneof(
  { weight: 5, arbitrary: fc.bigInt({ min: 1n, max: 2n ** 200n }).map(blsG1Of) },
  { weight: 1, arbitrary: fc.constant('00'.repeat(128)) },
)
const blsG2Valid = fc.oneof(
  { weight: 5, arbitrary: fc.bigInt({ min: 1n, max: 2n ** 100n }).map(blsG2Of) },
  { weight: 1, arbitrary: fc.constant('00'.repeat(256)) },
)

/** The first point of the curve y^2 = x^3 + b from x on: hardly ever one of the subgroup. */
function onCurve<T>(field: IField<T>, b: T, start: T): { x: T; y: T } {
  for (let x = start; ; x = field.add(x, field.ONE)) {
    const square = field.add(field.mul(field.mul(x, x), x), b)
    try {
      return { x, y: field.sqrt(square) }
    } catch {
      // Not a square: no point has this x.
    }
  }
}

const seedNumber = fc.bigInt({ min: 0n, max: 2n ** 64n })
const bnG2Stray = seedNumber.map((c0) => {
  const { Fp2 } = bn254.fields
  const { x, y } = onCurve(Fp2, bn254.G2.Point.CURVE().b, { c0, c1: 1n })
  return [x.c1, x.c0, y.c1, y.c0].map(word).join('')
})
const blsG1Stray = seedNumber.map((start) => {
  const { x, y } = onCurve(bls12_381.fields.Fp, 4n, start)
  return field(x) + field(y)
})
const blsG2Stray = seedNumber.map((c0) => {
  const { x, y } = onCurve(bls12_381.fields.Fp2, { c0: 4n, c1: 4n }, { c0, c1: 1n })
  return [x.c0, x.c1, y.c0, y.c1].map(field).join('')
})

/** One coordinate written as a number that is not reduced. */
function unreduced(points: fc.Arbitrary<string>, digits: number, modulus: bigint): fc.Arbitrary<string> {
  return fc.tuple(points, fc.nat({ max: 3 })).map(([point, index]) => {
    const at = (index * digits) % point.length
    const value = BigInt(`0x${point.slice(at, at + digits)}`) + modulus
    return point.slice(0, at) + value.toString(16).padStart(digits, '0') + point.slice(at + digits)
  })
}

function blsG1Of(k: bigint): string {
  const { x, y } = bls12_381.G1.Point.BASE.multiply(k).toAffine()
  return field(x) + field(y)
}

function blsG2Of(k: bigint): string {
  const { x, y } = bls12_381.G2.Point.BASE.multiply(k).toAffine()
  return [x.c0, x.c1, y.c0, y.c1].map(field).join('')
}

const bnModulus = bn254.fields.Fp.ORDER
const blsModulus = bls12_381.fields.Fp.ORDER
const mostly = (valid: fc.Arbitrary<string>, ...others: fc.Arbitrary<string>[]) =>
  fc.oneof({ weight: 8, arbitrary: valid }, ...others)

const bnG1 = mostly(bnG1Valid, unreduced(bnG1Valid, 64, bnModulus))
const bnG2 = mostly(bnG2Valid, bnG2Stray, unreduced(bnG2Valid, 64, bnModulus))
const blsG1 = mostly(blsG1Valid, blsG1Stray, unreduced(blsG1Valid, 128, blsModulus))
const blsG2 = mostly(blsG2Valid, blsG2Stray, unreduced(blsG2Valid, 128, blsModulus))

const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 })
const key = bytes32.map((seed) => keccak256(seed))

const ecrecover = fc.tuple(bytes32, key).map(([hash, secret]) => {
  const { r, s, yParity } = signHash(hash, secret)
  return hexOf(hash) + word(27 + yParity) + hexOf(r) + hexOf(s)
})

const modexp = fc
  .tuple(fc.uint8Array({ maxLength: 70 }), fc.uint8Array({ maxLength: 40 }), fc.uint8Array({ maxLength: 70 }))
  .map((parts) => parts.map(({ length }) => word(length)).join('') + parts.map(hexOf).join(''))
/** Lengths around EIP-7823's limit and beyond what exists, over short data. */
const modexpLengths = fc
  .tuple(
    ...[0, 1, 2].map(() => fc.constantFrom(0n, 1n, 32n, 1024n, 1025n, 2n ** 64n, 2n ** 256n - 1n)),
    fc.uint8Array({ maxLength: 60 }),
  )
  .map(([a, b, c, data]) => word(a as bigint) + word(b as bigint) + word(c as bigint) + hexOf(data as Uint8Array))

const blake2f = fc
  .tuple(fc.nat({ max: 30 }), fc.uint8Array({ minLength: 212, maxLength: 212 }), fc.constantFrom(0, 1, 2))
  .map(([rounds, data, last]) => {
    const input = Buffer.concat([Buffer.from(rounds.toString(16).padStart(8, '0'), 'hex'), data.subarray(0, 208)])
    return `${input.toString('hex')}0${last}`
  })

/** e(k G1, G2) e(-k G1, G2) = 1, beside pairs that come to anything. */
const bnPairing = fc.oneof(
  few(fc.tuple(bnG1, bnG2)).map((pairs) => pairs.flat().join('')),
  fc.tuple(scalar, bnG2).map(([k, g2]) => {
    const point = bn254.G1.Point.BASE.multiply(k)
    return [point, point.negate()].map((each) => word(each.toAffine().x) + word(each.toAffine().y) + g2).join('')
  }),
)
const blsPairing = fc.oneof(
  few(fc.tuple(blsG1, blsG2)).map((pairs) => pairs.flat().join('')),
  fc.tuple(fc.bigInt({ min: 1n, max: 2n ** 100n }), blsG2).map(([k, g2]) => {
    const point = bls12_381.G1.Point.BASE.multiply(k)
    return [point, point.negate()].map((each) => field(each.toAffine().x) + field(each.toAffine().y) + g2).join('')
  }),
)

/** A constant polynomial has the same value everywhere, and the point at infinity as its proof. */
const pointEvaluation = fc.tuple(fc.bigInt({ min: 1n, max: 2n ** 100n }), bytes32).map(([value, seed]) => {
  const commitment = bls12_381.G1.Point.BASE.multiply(value).toHex(true)
  const versioned = createHash('sha256').update(bytesOf(commitment)).digest('hex').replace(/^../, '01')
  return `${versioned}00${hexOf(seed).slice(2)}${word(value)}${commitment}c0${'00'.repeat(47)}`
})

const p256Verify = fc.tuple(bytes32, key).map(([hash, secret]) => {
  const publicKey = p256.getPublicKey(secret, false).subarray(1)
  return hexOf(hash) + hexOf(p256.sign(hash, secret, { prehash: false })) + hexOf(publicKey)
})

const msm = (point: fc.Arbitrary<string>) =>
  few(fc.tuple(point, anyScalar)).map((pairs) => pairs.map(([p, k]) => p + word(k)).join(''))
const element = fc.bigInt({ min: 0n, max: blsModulus + 1n }).map(field)
const anything = fc.uint8Array({ maxLength: 200 }).map(hexOf)

const inputs: [address: bigint, input: fc.Arbitrary<string>][] = [
  [1n, ecrecover],
  [2n, anything],
  [3n, anything],
  [4n, anything],
  [5n, fc.oneof(modexp, modexpLengths)],
  [6n, fc.tuple(bnG1, bnG1).map((points) => points.join(''))],
  [7n, fc.tuple(bnG1, anyScalar).map(([point, k]) => point + word(k))],
  [8n, bnPairing],
  [9n, blake2f],
  [10n, pointEvaluation],
  [11n, fc.tuple(blsG1, blsG1).map((points) => points.join(''))],
  [12n, msm(blsG1)],
  [13n, fc.tuple(blsG2, blsG2).map((points) => points.join(''))],
  [14n, msm(blsG2)],
  [15n, blsPairing],
  [16n, element],
  [17n, fc.tuple(element, element).map((elements) => elements.join(''))],
  [256n, p256Verify],
]

const valid: fc.Arbitrary<PrecompileCall> = fc.oneof(
  ...inputs.map(([address, input]) => input.map((hex) => ({ address, input: bytesOf(hex) }))),
)

/** What a precompile takes, or that with a byte changed, cut or added. */
export const arbitraryPrecompileCall: fc.Arbitrary<PrecompileCall> = fc.oneof(
  { weight: 3, arbitrary: valid },
  {
    weight: 1,
    arbitrary: fc.tuple(valid, fc.nat(), fc.nat({ max: 255 })).map(([{ address, input }, at, value]) => {
      const changed = input.slice()
      if (changed.length > 0) changed[at % changed.length] = value
      return { address, input: changed }
    }),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(valid, fc.integer({ min: -70, max: 70 })).map(([{ address, input }, by]) => ({
      address,
      input: by < 0 ? input.slice(0, Math.max(0, input.length + by)) : Uint8Array.of(...input, ...new Uint8Array(by)),
    })),
  },
)
