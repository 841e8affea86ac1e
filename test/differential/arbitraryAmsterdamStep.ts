import fc from 'fast-check'
import { keccak256 } from '../../execute/index.ts'
import { consume, GAS, POP, type Snippet, SSTORE, slot, target, word } from './arbitraryInstruction.ts'
import { anyFork, assemble } from './arbitraryProgram.ts'

const small = fc.bigInt({ min: 0n, max: 40n })

/** SLOTNUM (EIP-7843). */
const slotNumber = consume.map(
  (use): Snippet =>
    (to) => {
      to.op(0x4b)
      use(to)
    },
)

/** DUPN, SWAPN and EXCHANGE with any operand (EIP-8024), on a stack that may be too small. */
const deepStack = fc
  .tuple(
    fc.constantFrom(0xe6, 0xe7, 0xe8),
    fc.oneof(fc.nat({ max: 255 }), fc.constantFrom(0x80, 0x81, 0x8e, 0x9d, 0x2f)),
    fc.array(small, { minLength: 16, maxLength: 40 }),
    consume,
  )
  .map(
    ([code, operand, values, use]): Snippet =>
      (to) => {
        for (const value of values) to.push(value)
        to.op(code, operand)
        use(to)
        for (let rest = values.length - (code === 0xe6 ? 0 : 1); rest > 0; rest--) to.op(POP)
      },
  )

/** Writes a slot several times (EIP-8037 and EIP-8038 price each change by what was there before). */
const rewrite = fc.tuple(slot, fc.array(fc.constantFrom(0n, 0n, 1n, 7n), { minLength: 2, maxLength: 5 })).map(
  ([key, values]): Snippet =>
    (to) => {
      for (const value of values) {
        to.push(value)
        to.push(key)
        to.op(SSTORE)
      }
    },
)

const wei = fc.constantFrom(0n, 0n, 1n, 1000n, 10n ** 30n)

/** Creations that end in some unusual way. */
const inits: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.constantFrom(
    // returns 0xef, reverts with 0xef
    Uint8Array.of(0x60, 0xef, 0x5f, 0x53, 0x60, 1, 0x5f, 0xf3),
    Uint8Array.of(0x60, 0xef, 0x5f, 0x53, 0x60, 1, 0x5f, 0xfd),
    // what EOF would look like
    Uint8Array.of(0xef, 0, 1, 2),
    // nothing; destroys itself for itself; writes a slot, then the same
    new Uint8Array(0),
    Uint8Array.of(0x30, 0xff),
    Uint8Array.of(0x60, 1, 0x5f, SSTORE, 0x30, 0xff),
    // reverts after a write
    Uint8Array.of(0x60, 1, 0x5f, SSTORE, 0x5f, 0x5f, 0xfd),
    // 64 KiB of code and a byte more (EIP-7954)
    Uint8Array.of(0x62, 1, 0, 0, 0x5f, 0xf3),
    Uint8Array.of(0x62, 1, 0, 1, 0x5f, 0xf3),
    // code that destroys itself for the caller; code that returns its balance
    Uint8Array.of(0x61, 0x33, 0xff, 0x5f, 0x52, 0x60, 2, 0x60, 30, 0xf3),
    Uint8Array.of(0x65, 0x47, 0x5f, 0x52, 0x60, 0x20, 0x5f, 0x5f, 0x52, 0x60, 6, 0x60, 26, 0xf3),
  ),
  target.map((address) => assemble([(to) => to.push(address), (to) => to.op(0xff)])),
)

/** CREATE2 of an account that may hold ether already, then calls it, perhaps with value, and once more creates it. */
const prefunded = fc
  .tuple(inits, small, wei, wei, fc.option(fc.constantFrom(1n, 5n)), fc.boolean())
  .map(([init, salt, value, paid, prefund, again]): Snippet => {
    const hash = BigInt(`0x${Buffer.from(keccak256(init)).toString('hex')}`)
    const create: Snippet = (to) => {
      to.load(init, 0)
      to.push(salt)
      to.push(BigInt(init.length))
      to.push(0n)
      to.push(value)
      to.op(0xf5)
    }
    const pay = (amount: bigint): Snippet => {
      // CALL(gas, <address on the stack>, amount, 0, 0, 0, 0)
      return (to) => {
        to.op(0x5f, 0x5f, 0x5f, 0x5f)
        to.push(amount)
        to.op(0x85, GAS, 0xf1, POP)
      }
    }
    return (to) => {
      if (prefund !== null) {
        // keccak256(0xff ++ self ++ salt ++ hash)
        to.push(0xffn)
        to.op(0x5f, 0x53, 0x30, 0x60, 0x60, 0x1b, 0x60, 1, 0x52)
        to.push(salt)
        to.op(0x60, 21, 0x52)
        to.push(hash)
        to.op(0x60, 53, 0x52, 0x60, 85, 0x5f, 0x20)
        pay(prefund)(to)
        to.op(POP)
      }
      create(to)
      pay(paid)(to)
      if (again) pay(1n)(to)
      to.push(13n)
      to.op(SSTORE)
      if (again) {
        create(to)
        to.op(POP)
      }
    }
  })

/** Value to an account that is not there (EIP-8037), with little or much gas. */
const revive = fc.tuple(fc.oneof(target, word), wei, fc.constantFrom(0n, 50_000n, 10n ** 9n), consume).map(
  ([address, value, gas, use]): Snippet =>
    (to) => {
      to.op(0x5f, 0x5f, 0x5f, 0x5f)
      to.push(value)
      to.push(address)
      to.push(gas)
      to.op(0xf1)
      use(to)
    },
)

/** What Amsterdam changes, among everything else. */
export const amsterdamStep: fc.Arbitrary<Snippet> = fc.oneof(
  { weight: 12, arbitrary: anyFork },
  { weight: 1, arbitrary: slotNumber },
  { weight: 1, arbitrary: deepStack },
  { weight: 2, arbitrary: rewrite },
  { weight: 3, arbitrary: prefunded },
  { weight: 2, arbitrary: revive },
)
