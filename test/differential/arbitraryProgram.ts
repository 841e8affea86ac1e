import fc from 'fast-check'
import { targets } from './accounts.ts'
import { type Assembly, createAssembly } from './assembly.ts'
import { arbitraryPrecompileCall } from './precompileInputs.ts'

/** Writes a few instructions that leave the stack as it was. */
type Snippet = (to: Assembly) => void

const [SSTORE, TSTORE, MSTORE, POP, GAS] = [0x55, 0x5d, 0x52, 0x50, 0x5a]

const word = fc.oneof(
  { weight: 4, arbitrary: fc.bigInt({ min: 0n, max: 40n }) },
  { weight: 1, arbitrary: fc.nat({ max: 255 }).map((bits) => 2n ** BigInt(bits)) },
  { weight: 1, arbitrary: fc.nat({ max: 256 }).map((bits) => 2n ** BigInt(bits) - 1n) },
  { weight: 1, arbitrary: fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }) },
  { weight: 1, arbitrary: fc.constantFrom(...targets).map(BigInt) },
)
const target = fc.constantFrom(...targets).map(BigInt)
const slot = fc.bigInt({ min: 0n, max: 9n })
const offset = fc.oneof(
  { weight: 50, arbitrary: fc.bigInt({ min: 0n, max: 96n }) },
  { weight: 1, arbitrary: fc.constantFrom(0x1f00n, 0x6001n, 2n ** 32n, 2n ** 64n, 2n ** 256n - 1n) },
)
const size = fc.oneof(
  { weight: 50, arbitrary: fc.bigInt({ min: 0n, max: 100n }) },
  { weight: 1, arbitrary: fc.constantFrom(0n, 0x1f00n, 0x6001n, 2n ** 32n, 2n ** 256n - 1n) },
)
const wei = fc.oneof(
  { weight: 5, arbitrary: fc.constant(0n) },
  { weight: 3, arbitrary: fc.bigInt({ min: 1n, max: 10n ** 6n }) },
  { weight: 1, arbitrary: fc.constantFrom(10n ** 18n, 2n ** 256n - 1n) },
)

/** What becomes of the value on top of the stack. */
const consume: fc.Arbitrary<Snippet> = fc.oneof(
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
function statement(codes: readonly number[], ...operands: fc.Arbitrary<bigint>[]): fc.Arbitrary<Snippet> {
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

const simple: fc.Arbitrary<Snippet> = fc.oneof(
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

const gas: fc.Arbitrary<Snippet> = fc.oneof(
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

/** hash(returndata) to storage: sees what the call answered. */
const keepAnswer: Snippet = (to) => {
  to.op(0x3d, 0x5f, 0x5f, 0x3e, 0x3d, 0x5f, 0x20)
  to.push(11n)
  to.op(SSTORE)
}
const maybeKeepAnswer = fc.constantFrom<Snippet>(keepAnswer, () => {})

const CALL = 0xf1
const CALLCODE = 0xf2
const calls = [CALL, CALLCODE, 0xf4, 0xfa] as const

const call: fc.Arbitrary<Snippet> = fc
  .tuple(
    fc.constantFrom(...calls),
    fc.oneof({ weight: 4, arbitrary: target }, { weight: 1, arbitrary: word }),
    wei,
    gas,
    fc.tuple(size, offset, size, offset),
    consume,
    maybeKeepAnswer,
  )
  .map(
    ([code, callee, value, limit, memory, use, keep]): Snippet =>
      (to) => {
        for (const each of memory) to.push(each)
        if (code === CALL || code === CALLCODE) to.push(value)
        to.push(callee)
        limit(to)
        to.op(code)
        use(to)
        keep(to)
      },
  )

const precompile: fc.Arbitrary<Snippet> = fc
  .tuple(arbitraryPrecompileCall, fc.constantFrom(...calls), gas, consume)
  .map(
    ([{ address, input }, code, limit, use]): Snippet =>
      (to) => {
        to.load(input, 0)
        to.op(0x5f, 0x5f)
        to.push(BigInt(input.length))
        to.op(0x5f)
        if (code === CALL || code === CALLCODE) to.push(0n)
        to.push(address)
        limit(to)
        to.op(code)
        use(to)
        keepAnswer(to)
      },
  )

/** Creates a contract from `init`, keeps its address and calls it, or only the former. */
const create = (init: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Snippet> =>
  fc.tuple(init, fc.boolean(), wei, fc.bigInt({ min: 0n, max: 1n }), fc.boolean()).map(
    ([code, isCreate2, value, salt, isCalled]): Snippet =>
      (to) => {
        to.load(code, 0)
        if (isCreate2) to.push(salt)
        to.push(BigInt(code.length))
        to.push(0n)
        to.push(value)
        to.op(isCreate2 ? 0xf5 : 0xf0)
        to.op(0x80)
        to.push(12n)
        to.op(SSTORE)
        if (isCalled) {
          // CALL(gas, address, 0, 0, 0, 0, 0)
          to.op(0x5f, 0x5f, 0x5f, 0x5f, 0x5f, 0x85, GAS, CALL, POP)
        }
        to.op(POP)
        keepAnswer(to)
      },
  )

/** `body` a few times. */
const loop = (body: fc.Arbitrary<Snippet>): fc.Arbitrary<Snippet> =>
  fc.tuple(fc.bigInt({ min: 1n, max: 5n }), body).map(
    ([times, once]): Snippet =>
      (to) => {
        to.push(times)
        const start = to.position()
        to.op(0x5b)
        once(to)
        // counter - 1, again unless zero
        to.op(0x60, 1, 0x90, 0x03, 0x80)
        to.push(BigInt(start))
        to.op(0x57, POP)
      },
  )

const noise: fc.Arbitrary<Snippet> = fc
  .uint8Array({ minLength: 1, maxLength: 12 })
  .map((bytes) => (to) => to.op(...bytes))

/** How a program ends. */
const ending: fc.Arbitrary<Snippet> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Snippet>((to) => to.op(0)) },
  { weight: 3, arbitrary: statement([0xf3], offset, size) },
  { weight: 2, arbitrary: statement([0xfd], offset, size) },
  { weight: 2, arbitrary: statement([0xff], target) },
  { weight: 1, arbitrary: fc.constant<Snippet>((to) => to.op(0x30, 0xff)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Snippet>(
      (to) => to.op(0xfe),
      (to) => to.op(0x5b, 0x5f, 0x56),
      () => {},
    ),
  },
)

function assemble(snippets: readonly Snippet[]): Uint8Array {
  const assembly = createAssembly()
  for (const snippet of snippets) snippet(assembly)
  return assembly.finish()
}

const snippetsOf = (depth: number): fc.Arbitrary<Snippet> => {
  const flat = fc.oneof(
    { weight: 24, arbitrary: simple },
    { weight: 12, arbitrary: call },
    { weight: 8, arbitrary: precompile },
    { weight: 1, arbitrary: noise },
  )
  if (depth === 0) return flat
  return fc.oneof(
    { weight: 12, arbitrary: flat },
    { weight: 2, arbitrary: create(initCode(depth - 1)) },
    { weight: 1, arbitrary: loop(flat) },
  )
}

/** Runtime code: at most a dozen steps, then an end. */
function program(depth: number): fc.Arbitrary<Uint8Array> {
  return fc
    .tuple(fc.array(snippetsOf(depth), { maxLength: 12 }), ending)
    .map(([snippets, end]) => assemble([...snippets, end]))
}

/** Init code that runs a few steps and returns a program; or any program; or code that may not be deployed. */
export function initCode(depth = 2): fc.Arbitrary<Uint8Array> {
  const deploying = fc
    .tuple(fc.array(snippetsOf(Math.max(0, depth - 1)), { maxLength: 3 }), program(depth))
    .map(([snippets, runtime]) =>
      assemble([
        ...snippets,
        (to) => {
          to.load(runtime, 0)
          to.push(BigInt(runtime.length))
          to.op(0x5f, 0xf3)
        },
      ]),
    )
  const forbidden = fc.constantFrom(
    // 0xef; one byte more than EIP-170 allows, and as many as it allows
    Uint8Array.of(0x60, 0xef, 0x5f, 0x53, 0x60, 1, 0x5f, 0xf3),
    Uint8Array.of(0x61, 0x60, 0x01, 0x5f, 0xf3),
    Uint8Array.of(0x61, 0x60, 0x00, 0x5f, 0xf3),
  )
  return fc.oneof(
    { weight: 8, arbitrary: deploying },
    { weight: 2, arbitrary: program(depth) },
    { weight: 1, arbitrary: forbidden },
  )
}
