import { NobleBLS, NobleBN254 } from '@ethereumjs/evm'
import { bls12_381 } from '@noble/curves/bls12-381.js'
import { bn254 } from '@noble/curves/bn254.js'
import { p256 } from '@noble/curves/nist.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { keccak256 } from '../keccak256.ts'
import { Curve } from './Curve.ts'
import { createMclBls12381 } from './createMclBls12381.ts'
import { createMclBn254 } from './createMclBn254.ts'
import { createMclP256 } from './createMclP256.ts'
import { nobleVerifyKzgProof } from './nobleVerifyKzgProof.ts'
import { nobleVerifyP256 } from './nobleVerifyP256.ts'

// noble is the reference: mcl must give the same bytes, and refuse the same inputs.

type Operations = { [operation: string]: (input: Uint8Array) => Uint8Array | boolean }

function expectSame(mcl: object, noble: object, operation: string, parts: string): void {
  const input = new Uint8Array(Buffer.from(parts, 'hex'))
  expect(outcome(mcl as Operations, operation, input), `${operation} ${parts}`).toBe(
    outcome(noble as Operations, operation, input),
  )
}

function outcome(operations: Operations, operation: string, input: Uint8Array): string | boolean {
  try {
    const output = operations[operation]!(input)
    return typeof output === 'boolean' ? output : Buffer.from(output).toString('hex')
  } catch {
    return 'refused'
  }
}

/** Numbers of 256 bits, the same in every run. */
function* numbers(): Generator<bigint> {
  let seed: Uint8Array = Buffer.from('curves')
  for (;;) {
    seed = keccak256(seed)
    yield BigInt(`0x${Buffer.from(seed).toString('hex')}`)
  }
}
const random = numbers()
const next = () => random.next().value as bigint
const word = (value: bigint) => value.toString(16).padStart(64, '0')
const [max, zero] = ['ff'.repeat(32), '00'.repeat(32)]

describe('BLS12-381', () => {
  const { G1, G2, fields } = bls12_381
  const { Fp, Fp2, Fr } = fields
  const noble = new NobleBLS()
  let mcl: object
  beforeAll(async () => {
    mcl = await createMclBls12381()
  })
  const same = (operation: string, ...parts: string[]) => expectSame(mcl, noble, operation, parts.join(''))

  const element = (value: bigint) => value.toString(16).padStart(128, '0')
  const g1 = (point: { x: bigint; y: bigint }) => element(point.x) + element(point.y)
  type Fp2Point = { x: { c0: bigint; c1: bigint }; y: { c0: bigint; c1: bigint } }
  const g2 = ({ x, y }: Fp2Point) => [x.c0, x.c1, y.c0, y.c1].map(element).join('')
  const member1 = () => g1(G1.Point.BASE.multiplyUnsafe(next() % Fr.ORDER).toAffine())
  const member2 = () => g2(G2.Point.BASE.multiplyUnsafe(next() % Fr.ORDER).toAffine())
  /** On the curve, and all but surely not in the subgroup. */
  const stray1 = () => {
    for (let x = next(); ; x++) {
      const square = Fp.add(Fp.pow(x, 3n), 4n)
      const y = Fp.pow(square, (Fp.ORDER + 1n) / 4n)
      if (Fp.eql(Fp.sqr(y), square)) return g1({ x, y })
    }
  }
  const stray2 = () => {
    for (let c0 = next(); ; c0++) {
      const x = Fp2.create({ c0, c1: 7n })
      try {
        return g2({ x, y: Fp2.sqrt(Fp2.add(Fp2.pow(x, 3n), Fp2.create({ c0: 4n, c1: 4n }))) })
      } catch {}
    }
  }
  const negated = (point: string) => {
    const half = point.length / 2
    const y = point.slice(half).match(/.{128}/g)!
    return point.slice(0, half) + y.map((value) => element(Fp.neg(BigInt(`0x${value}`)))).join('')
  }
  const infinity1 = element(0n).repeat(2)
  const infinity2 = element(0n).repeat(4)
  const noPoints1 = [
    element(1n) + element(1n),
    element(0n) + element(1n),
    g1({ x: G1.Point.BASE.toAffine().x + Fp.ORDER, y: G1.Point.BASE.toAffine().y }),
    element(Fp.ORDER) + element(Fp.ORDER),
    `${'00'.repeat(16)}${'ff'.repeat(48)}`.repeat(2),
  ]
  const noPoints2 = [element(1n).repeat(4), element(Fp.ORDER).repeat(4), `${infinity2.slice(0, -1)}1`]

  test('addition, of points outside the subgroup too', () => {
    const points = [member1(), member1(), stray1(), infinity1]
    for (const a of points) for (const b of points) same('addG1', a, b)
    for (const a of points) same('addG1', a, negated(a))
    for (const bad of noPoints1) for (const pair of [bad + points[0], points[0] + bad]) same('addG1', pair)
    const points2 = [member2(), stray2(), infinity2]
    for (const a of points2) for (const b of points2) same('addG2', a, b)
    for (const a of points2) same('addG2', a, negated(a))
    for (const bad of noPoints2) same('addG2', bad, points2[0]!)
  })

  test('sums of products', () => {
    const scalars = [word(next()), word(next()), zero, max, word(1n), word(Fr.ORDER), word(Fr.ORDER - 1n)]
    for (const scalar of scalars) {
      same('msmG1', member1(), scalar)
      same('msmG2', member2(), scalar)
    }
    for (const count of [2, 5]) {
      same('msmG1', ...Array.from({ length: count }, () => member1() + word(next())))
      same('msmG2', ...Array.from({ length: count }, () => member2() + word(next())))
    }
    const [a, b] = [member1(), member2()]
    same('msmG1', a, scalars[0]!, a, scalars[0]!, negated(a), max)
    same('msmG1', a, word(5n), negated(a), word(5n))
    same('msmG2', b, word(5n), negated(b), word(5n))
    same('msmG1', a, max, infinity1, max, a, word(2n))
    same('msmG2', b, max, infinity2, max, b, word(2n))
    same('msmG1', infinity1, max)
    for (const bad of [stray1(), ...noPoints1]) same('msmG1', a, max, bad, zero)
    for (const bad of [stray2(), ...noPoints2]) same('msmG2', b, max, bad, zero)
  })

  test('more products than go at once', () => {
    const point = member1()
    const pairs = Array.from({ length: 300 }, (_, i) => point + word(BigInt(i)))
    const input = new Uint8Array(Buffer.from(pairs.join(''), 'hex'))
    const expected = outcome(noble as object as Operations, 'msmG1', Buffer.from(point + word(44_850n), 'hex'))
    expect(outcome(mcl as Operations, 'msmG1', input)).toBe(expected)
  })

  test('maps to the curve', () => {
    const values = [next(), 0n, 1n, Fp.ORDER - 1n, Fp.ORDER, Fp.ORDER + 1n, next() ** 2n % Fp.ORDER]
    for (const value of values) {
      same('mapFPtoG1', element(value))
      same('mapFP2toG2', element(value), element(1n))
      same('mapFP2toG2', element(0n), element(value))
    }
  })

  test('pairings', () => {
    const [p, q] = [member1(), member2()]
    same('pairingCheck', p, q)
    same('pairingCheck', p, q, negated(p), q)
    same('pairingCheck', p, q, p, negated(q))
    same('pairingCheck', infinity1, q)
    same('pairingCheck', p, infinity2, infinity1, infinity2)
    same('pairingCheck', p, q, infinity1, q, negated(p), q)
    for (const bad of [stray1(), noPoints1[0]!]) same('pairingCheck', bad, infinity2)
    for (const bad of [stray2(), noPoints2[0]!]) same('pairingCheck', infinity1, bad)
    const many = (p + q + negated(p) + q).repeat(10)
    expect(outcome(mcl as Operations, 'pairingCheck', Buffer.from(many, 'hex'))).toBe(word(1n))
    expect(outcome(mcl as Operations, 'pairingCheck', Buffer.from(many + p + q, 'hex'))).toBe(word(0n))
  })
})

test('KZG proofs', async () => {
  const { verifyKzgProof: mcl } = await createMclBls12381()
  const verdict = (...parts: [commitment: string, z: string, y: string, proof: string]) => {
    const [commitment, z, y, proof] = parts.map((part) => Buffer.from(part, 'hex')) as [Buffer, Buffer, Buffer, Buffer]
    const result = mcl(commitment, z, y, proof)
    expect(result, parts.join(' ')).toBe(nobleVerifyKzgProof(commitment, z, y, proof))
    return result
  }
  const { Point } = bls12_381.G1
  const { ORDER } = bls12_381.fields.Fr
  const { Fp } = bls12_381.fields
  const one = Point.BASE.toHex(true)
  const three = Point.BASE.multiply(3n).toHex(true)
  const infinity = `c0${'00'.repeat(47)}`
  // p(X) = X: its commitment is [tau]G1 of mainnet's trusted setup, its proof the generator everywhere.
  const tau = 'ad3eb50121139aa34db1d545093ac9374ab7bca2c0f3bf28e27c8dcd8fc7cb42d25926fc0c97b336e9f0fb35e5a04c81'
  const z = word(next() % ORDER)
  for (const at of [z, zero, word(1n), word(ORDER - 1n)]) {
    expect(verdict(tau, at, at, one)).toBe(true)
    expect(verdict(tau, at, at, three)).toBe(false)
    expect(verdict(three, at, word(3n), infinity)).toBe(true)
    expect(verdict(three, at, word(4n), infinity)).toBe(false)
    expect(verdict(infinity, at, zero, infinity)).toBe(true)
    expect(verdict(infinity, at, word(1n), infinity)).toBe(false)
  }
  // The proof of another polynomial, which makes the first point infinity.
  verdict(infinity, zero, zero, one)
  for (const bad of [word(ORDER), max]) {
    verdict(tau, bad, z, one)
    verdict(tau, z, bad, one)
  }
  const otherSign = (Number.parseInt(tau.slice(0, 2), 16) ^ 0x20).toString(16) + tau.slice(2)
  const flagged = (flags: number, x: bigint) => {
    const bytes = Buffer.from(x.toString(16).padStart(96, '0'), 'hex')
    bytes[0]! |= flags
    return bytes.toString('hex')
  }
  const bad = [
    ...[otherSign, infinity.replace('c0', 'e0'), infinity.replace(/00$/, '01'), infinity.replace('c0', '40')],
    ...[one.replace(/^9/, '1'), one.slice(2), `${one}00`, 'ff'.repeat(48), '00'.repeat(48), flagged(0x80, Fp.ORDER)],
    // On the curve or not, and hardly in the subgroup.
    ...Array.from({ length: 8 }, (_, i) => flagged(i % 2 ? 0x80 : 0xa0, (next() * next()) % Fp.ORDER)),
  ]
  for (const point of bad) {
    expect(verdict(point, z, z, one)).toBe(false)
    expect(verdict(tau, z, z, point)).toBe(false)
  }
})

describe('BN254', () => {
  const { G1, G2, fields } = bn254
  const { Fp, Fp2, Fr } = fields
  const noble = new NobleBN254()
  let mcl: object
  beforeAll(async () => {
    mcl = await createMclBn254()
  })
  const same = (operation: string, ...parts: string[]) => expectSame(mcl, noble, operation, parts.join(''))
  const g1 = (point: { x: bigint; y: bigint }) => word(point.x) + word(point.y)
  type Fp2Point = { x: { c0: bigint; c1: bigint }; y: { c0: bigint; c1: bigint } }
  const g2 = ({ x, y }: Fp2Point) => [x.c1, x.c0, y.c1, y.c0].map(word).join('')
  const member1 = () => G1.Point.BASE.multiplyUnsafe(next() % Fr.ORDER)
  const member2 = () => G2.Point.BASE.multiplyUnsafe(next() % Fr.ORDER)
  const stray2 = () => {
    const b = Fp2.div(Fp2.create({ c0: 3n, c1: 0n }), Fp2.create({ c0: 9n, c1: 1n }))
    for (let c0 = next() >> 4n; ; c0++) {
      const x = Fp2.create({ c0, c1: 7n })
      try {
        return g2({ x, y: Fp2.sqrt(Fp2.add(Fp2.pow(x, 3n), b)) })
      } catch {}
    }
  }
  const infinity1 = zero.repeat(2)
  const infinity2 = zero.repeat(4)
  const base = G1.Point.BASE.toAffine()
  const noPoints = [word(1n) + word(1n), word(base.x + Fp.ORDER) + word(base.y), max + max, word(Fp.ORDER) + zero]

  test('addition and multiplication', () => {
    const [p, q] = [member1(), member1()]
    const points = [g1(p.toAffine()), g1(q.toAffine()), g1(p.negate().toAffine()), infinity1]
    for (const a of points) for (const b of points) same('add', a, b)
    for (const a of points)
      for (const scalar of [word(next()), zero, word(1n), word(Fr.ORDER), word(Fr.ORDER - 1n), max])
        same('mul', a, scalar)
    for (const bad of noPoints) {
      same('add', bad, points[0]!)
      same('add', points[0]!, bad)
      same('mul', bad, zero)
    }
  })

  test('pairings', () => {
    const [p, q] = [member1(), member2()]
    const [a, minusA, b] = [g1(p.toAffine()), g1(p.negate().toAffine()), g2(q.toAffine())]
    same('pairing')
    same('pairing', a, b)
    same('pairing', a, b, minusA, b)
    same('pairing', a, infinity2, infinity1, b)
    same('pairing', g1(p.double().toAffine()), b, minusA, g2(q.double().toAffine()))
    for (const bad of noPoints) same('pairing', bad, infinity2)
    for (const bad of [stray2(), word(1n).repeat(4), max.repeat(4), word(Fp.ORDER).repeat(4)])
      same('pairing', infinity1, bad)
  })
})

describe('P-256', () => {
  const { Fn, Fp } = p256.Point
  let verify: (input: Uint8Array) => boolean
  beforeAll(async () => {
    verify = await createMclP256()
  })
  const same = (...parts: string[]) => expectSame({ verify }, { verify: nobleVerifyP256 }, 'verify', parts.join(''))
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

  test('signatures, true and false', () => {
    for (const hash of [word(next()), zero, max, word(Fn.ORDER), word(Fn.ORDER - 1n)]) {
      const secret = Buffer.from(word(next() % Fn.ORDER), 'hex')
      const key = hex(p256.getPublicKey(secret, false).subarray(1))
      const signature = hex(p256.sign(Buffer.from(hash, 'hex'), secret, { prehash: false, lowS: false }))
      const [r, s] = [signature.slice(0, 64), signature.slice(64)]
      const highS = word(Fn.ORDER - BigInt(`0x${s}`))
      expect(verify(Buffer.from(hash + signature + key, 'hex'))).toBe(true)
      expect(verify(Buffer.from(hash + r + highS + key, 'hex'))).toBe(true)
      const [x, y] = [key.slice(0, 64), key.slice(64)]
      const minusY = word(Fp.neg(BigInt(`0x${y}`)))
      same(word(next()), r, s, key)
      for (const bad of [zero, max, word(Fn.ORDER), word(1n), word(next())]) {
        same(hash, bad, s, key)
        same(hash, r, bad, key)
      }
      for (const bad of [x + minusY, zero + zero, word(Fp.ORDER) + y, max + max, y + x, x + zero]) same(hash, r, s, bad)
    }
  })
})

describe('what computes', () => {
  test('is the plain one until the other is there, which loads once', async () => {
    let loads = 0
    const curve = new Curve('plain', async () => `loaded ${++loads}`)
    expect(curve.operations).toBe('plain')
    await Promise.all([curve.load(), curve.load()])
    expect(curve.operations).toBe('loaded 1')
    expect(curve.load()).toBeUndefined()
  })

  test('stays the plain one where the other cannot load', async () => {
    const curve = new Curve('plain', () => Promise.reject(new Error('no WebAssembly')))
    await curve.load()
    expect(curve.operations).toBe('plain')
    expect(curve.load()).toBeUndefined()
  })
})
