import fc from 'fast-check'
import {
  consume,
  GAS,
  gas,
  offset,
  POP,
  type Snippet,
  SSTORE,
  simple,
  size,
  statement,
  target,
  wei,
  word,
} from './arbitraryInstruction.ts'
import { createAssembly } from './assembly.ts'
import { arbitraryPrecompileCall } from './precompileInputs.ts'

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

export function assemble(snippets: readonly Snippet[]): Uint8Array {
  const assembly = createAssembly()
  for (const snippet of snippets) snippet(assembly)
  return assembly.finish()
}

export const anyFork = fc.oneof(
  { weight: 24, arbitrary: simple },
  { weight: 12, arbitrary: call },
  { weight: 8, arbitrary: precompile },
  { weight: 1, arbitrary: noise },
)

const snippetsOf = (depth: number, flat: fc.Arbitrary<Snippet>): fc.Arbitrary<Snippet> => {
  if (depth === 0) return flat
  return fc.oneof(
    { weight: 12, arbitrary: flat },
    { weight: 2, arbitrary: create(initCode(depth - 1, flat)) },
    { weight: 1, arbitrary: loop(flat) },
  )
}

/** Runtime code: at most a dozen steps, then an end. */
function program(depth: number, flat: fc.Arbitrary<Snippet>): fc.Arbitrary<Uint8Array> {
  return fc
    .tuple(fc.array(snippetsOf(depth, flat), { maxLength: 12 }), ending)
    .map(([snippets, end]) => assemble([...snippets, end]))
}

/**
 * Init code that runs a few steps and returns a program; or any program; or code that may not be deployed.
 * @param flat the steps, calls among them
 */
export function initCode(depth = 2, flat = anyFork): fc.Arbitrary<Uint8Array> {
  const deploying = fc
    .tuple(fc.array(snippetsOf(Math.max(0, depth - 1), flat), { maxLength: 3 }), program(depth, flat))
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
    { weight: 2, arbitrary: program(depth, flat) },
    { weight: 1, arbitrary: forbidden },
  )
}
