import fc from 'fast-check'
import { targets } from './accounts.ts'
import type { Assembly } from './assembly.ts'

/** Writes a few instructions that leave the stack as it was. */
export type Snippet = (to: Assembly) => void

export const [SSTORE, TSTORE, MSTORE, POP, GAS] = [0x55, 0x5d, 0x52, 0x50, 0x5a] as const

export const word = fc.oneof(
  { weight: 4, arbitrary: fc.bigInt({ min: 0n, max: 40n }) },
  { weight: 1, arbitrary: fc.nat({ max: 255 }).map((bits) => 2n ** BigInt(bits)) },
  { weight: 1, arbitrary: fc.nat({ max: 256 }).map((bits) => 2n ** BigInt(bits) - 1n) },
  { weight: 1, arbitrary: fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }) },
  { weight: 1, arbitrary: fc.constantFrom(...targets).map(BigInt) },
)
export const target = fc.constantFrom(...targets).map(BigInt)
export const slot = fc.bigInt({ min: 0n, max: 9n })
export const offset = fc.oneof(
  { weight: 50, arbitrary: fc.bigInt({ min: 0n, max: 96n }) },
  { weight: 1, arbitrary: fc.constantFrom(0x1f00n, 0x6001n, 2n ** 32n, 2n ** 64n, 2n ** 256n - 1n) },
)
export const size = fc.oneof(
  { weight: 50, arbitrary: fc.bigInt({ min: 0n, max: 100n }) },
  { weight: 1, arbitrary: fc.constantFrom(0n, 0x1f00n, 0x6001n, 2n ** 32n, 2n ** 256n - 1n) },
)
export const wei = fc.oneof(
  { weight: 5, arbitrary: fc.constant(0n) },
  { weight: 3, arbitrary: fc.bigInt({ min: 1n, max: 10n ** 6n }) },
  { weight: 1, arbitrary: fc.constantFrom(10n ** 18n, 2n ** 256n - 1n) },
)

/** What becomes of the value on top of the stack. */
export const consume: fc.Arbitrary<Snippet> = fc.oneof(
  slot.map(
    (key): Snippet =>
      (to) => {
        to.push(key)
        to.op(SSTORE)
      },
  ),
  slot.map(
    (key): Snippet =>
      (to) => {
        to.push(key)
        to.op(TSTORE)
      },
  ),
  fc.bigInt({ min: 0n, max: 96n }).map(
    (at): Snippet =>
      (to) => {
        to.push(at)
        to.op(MSTORE)
      },
  ),
  // LOG1 of 32 bytes, with the value as topic
  fc.constant<Snippet>((to) => to.op(0x60, 32, 0x5f, 0xa1)),
  fc.constant<Snippet>((to) => to.op(POP)),
)

/** An instruction with its operands, first popped first, and its result consumed. */
function instruction(codes: readonly number[], ...operands: fc.Arbitrary<bigint>[]): fc.Arbitrary<Snippet> {
  return fc.tuple(fc.constantFrom(...codes), fc.tuple(...operands), consume).map(
    ([code, values, use]): Snippet =>
      (to) => {
        for (const value of [...values].reverse()) to.push(value)
        to.op(code)
        use(to)
      },
  )
}

/** The same for one without a result. */
export function statement(codes: readonly number[], ...operands: fc.Arbitrary<bigint>[]): fc.Arbitrary<Snippet> {
  return fc.tuple(fc.constantFrom(...codes), fc.tuple(...operands)).map(
    ([code, values]): Snippet =>
      (to) => {
        for (const value of [...values].reverse()) to.push(value)
        to.op(code)
      },
  )
}

const environment = [
  0x30,
  0x32,
  0x33,
  0x34,
  0x36,
  0x38,
  0x3a,
  0x3d,
  0x41,
  0x42,
  0x43,
  0x44,
  0x45,
  0x46,
  0x47,
  0x48,
  0x4a,
  0x58,
  0x59,
  GAS,
]

export const simple: fc.Arbitrary<Snippet> = fc.oneof(
  instruction([0x15, 0x19, 0x1e, 0x31, 0x3b, 0x3f, 0x35, 0x40, 0x49], word),
  instruction(
    [1, 2, 3, 4, 5, 6, 7, 10, 11, 0x10, 0x11, 0x12, 0x13, 0x14, 0x16, 0x17, 0x18, 0x1a, 0x1b, 0x1c, 0x1d],
    word,
    word,
  ),
  instruction([8, 9], word, word, word),
  instruction(environment),
  instruction([0x54, 0x5c], slot),
  instruction([0x51], offset),
  instruction([0x20], offset, size),
  instruction([0x31, 0x3b, 0x3f], target),
  statement([SSTORE, TSTORE], slot, fc.oneof(fc.constant(0n), word)),
  statement([MSTORE, 0x53], offset, word),
  statement([0x37, 0x39, 0x3e, 0x5e], offset, offset, size),
  statement([0x3c], target, offset, offset, size),
  statement([0xa0], offset, size),
  statement([0xa2], offset, size, word, word),
  statement([0xa4], offset, size, word, word, word, word),
  // BLOCKHASH of a recent block
  fc.tuple(fc.bigInt({ min: 0n, max: 5n }), consume).map(
    ([back, use]): Snippet =>
      (to) => {
        to.push(back)
        to.op(0x43, 0x03, 0x40)
        use(to)
      },
  ),
)

export const gas: fc.Arbitrary<Snippet> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Snippet>((to) => to.op(GAS)) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(0n, 100n, 2300n, 9000n, 30_000n, 200_000n).map(
      (value): Snippet =>
        (to) =>
          to.push(value),
    ),
  },
)
