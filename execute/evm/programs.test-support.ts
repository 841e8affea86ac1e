import fc from 'fast-check'
import type { GenesisAlloc } from '../types/Genesis.ts'
import type { Hex } from '../types/Hex.ts'

// Addresses are small numbers, so that pushing one takes few bytes.
const contracts = [0xc001, 0xc002, 0xc003, 0xc004]
const delegated = 0xe001
const delegatedToNobody = 0xe002
const nobody = 0xdead
const precompiles = [1, 2, 3, 4, 5, 6, 9, 0x0b, 0x100]
const accounts = [...contracts, ...contracts, ...contracts, delegated, delegatedToNobody, nobody, ...precompiles]

export const entry: Hex = addressOf(contracts[0]!)
export const sender: Hex = addressOf(0xa001)

/** Codes for creations, each written out in the comment above it. Stock EthereumJS is wrong about some with 0xef. */
const initCodes = [
  // nothing
  '',
  // return the byte fe
  '60fe60005360016000f3',
  // return code that destroys itself in favor of its caller
  '6133ff6000526002601ef3',
  // revert with 32 bytes
  '60206000fd',
  // an invalid instruction
  'fe',
  // return the byte ef
  '60ef60005360016000f3',
  // return more code than may be
  '6160016000f3',
  // destroy itself in favor of its caller
  '33ff',
  // sstore(0, 1); log0(0, 0); return 32 zeros
  '600160005560006000a060206000f3',
  // sstore(0, call(gas, the first contract, 0, 0, 0, 0, 0)); return a zero
  `6000600060006000600061${contracts[0]!.toString(16)}5af160005560016000f3`,
]

const offset = fc.constantFrom(0, 0, 1, 2, 31, 32, 33, 64, 100)
const slot = fc.constantFrom(0, 1, 2, 3)
const account = fc.constantFrom(...accounts)
/** Some, none, and more than there is. */
const wei = fc.constantFrom(0, 0, 0, 1, 2 ** 52)
const gas = fc.constantFrom('5a', '5a', '5a', ...[0, 255, 2_500, 10_000, 30_000, 2 ** 40].map(push))
/** What becomes of a word: nothing, memory[0x80], slot 0, or memory[0xa0] together with what was returned. */
const sink = fc.constantFrom('50', '608052', '600055', '3d0160a052')

const call = fc
  .tuple(fc.constantFrom('f1', 'f2', 'f4', 'fa'), account, gas, wei, offset, offset, offset, sink)
  .map(([opcode, to, gas, value, inputSize, at, outputSize, sink]) => {
    const valued = opcode === 'f1' || opcode === 'f2' ? push(value) : ''
    return `${[outputSize, at, inputSize, 0].map(push).join('')}${valued}${push(to)}${gas}${opcode}${sink}`
  })

/** Creates, perhaps with a salt, and perhaps calls what was created. */
const creation = fc
  .tuple(fc.constantFrom(...initCodes), wei, fc.option(slot, { nil: undefined }), fc.boolean(), sink)
  .map(([code, value, salt, calls, sink]) => {
    const store = code === '' ? '' : `7f${code.padEnd(64, '0').slice(0, 64)}600052`
    const salted = salt === undefined ? '' : push(salt)
    const create = `${store}${salted}${push(code.length / 2)}6000${push(value)}${salt === undefined ? 'f0' : 'f5'}`
    return `${create}${calls ? '6000600060006000600085' + '61fffff1' : ''}${sink}`
  })

const statement = fc.oneof(
  { weight: 8, arbitrary: call },
  { weight: 3, arbitrary: creation },
  {
    weight: 6,
    arbitrary: fc
      .tuple(slot, slot, fc.constantFrom('55', '5d'))
      .map(([key, value, store]) => push(value) + push(key) + store),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(slot, fc.constantFrom('54', '5c'), sink).map(([key, load, sink]) => push(key) + load + sink),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(account, fc.constantFrom('31', '3b', '3f'), sink)
      .map(([of, look, sink]) => push(of) + look + sink),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(account, offset, offset).map(([of, at, size]) => `${[size, 0, at, of].map(push).join('')}3c`),
  },
  { weight: 2, arbitrary: fc.tuple(offset, offset).map(([at, size]) => `60aa${push(size)}${push(at)}a1`) },
  { weight: 2, arbitrary: fc.tuple(offset, offset).map(([from, size]) => `${push(size)}${push(from)}60203e`) },
  // What a frame is told: by its caller, and by the block.
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(...words('3d 36 5a 30 33 34 47 32 3a 59 43 46 42 45 44 48'), '600035', '603f40'), sink)
      .map(([word, sink]) => word + sink),
  },
  { weight: 1, arbitrary: account.map((beneficiary) => `${push(beneficiary)}ff`) },
  // EIP-7843 and EIP-8024, invalid before Amsterdam: SLOTNUM, and DUPN, SWAPN and EXCHANGE with enough on the stack or not.
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom('4b', 'e680', 'e780', 'e88e', 'e88f', 'e65b', 'e852', 'e7ff'),
        fc.constantFrom(0, 17, 18, 140),
        sink,
      )
      .map(([word, words, sink]) => '60075f'.repeat(words / 2) + word + sink),
  },
  // Ends: stop, return, revert, invalid, no word on the stack, nowhere to jump, memory and output beyond everything.
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '00',
      '60206000f3',
      '60406000fd',
      'fe',
      '50',
      '600056',
      '60016303ffffff52',
      '61ffff600060003e',
    ),
  },
)

/** Contracts that call each other, precompiles, delegated accounts and nobody, and that end in every way. */
export const programs: fc.Arbitrary<GenesisAlloc> = fc
  .array(fc.array(statement, { minLength: 1, maxLength: 8 }), { minLength: 4, maxLength: 4 })
  .map((codes) => ({
    [sender]: { balance: 10n ** 18n, nonce: 1n },
    [addressOf(delegated)]: { balance: 7n, nonce: 1n, code: designator(contracts[1]!) },
    [addressOf(delegatedToNobody)]: { balance: 7n, nonce: 1n, code: designator(nobody) },
    ...Object.fromEntries(
      codes.map((statements, index) => [addressOf(contracts[index]!), contract(statements, index)]),
    ),
  }))

function contract(statements: string[], index: number): GenesisAlloc[Hex] {
  const storage = { '0x00': '0x01', '0x01': '0x02' } as const
  return { code: `0x${statements.join('')}60e06000f3`, balance: BigInt(index * 3), nonce: 1n, storage }
}

function designator(delegate: number): Hex {
  return `0xef0100${addressOf(delegate).slice(2)}`
}

function addressOf(number: number): Hex {
  return `0x${number.toString(16).padStart(40, '0')}`
}

function words(text: string): string[] {
  return text.split(' ')
}

function push(number: number): string {
  const digits = number.toString(16)
  const padded = digits.length % 2 === 0 ? digits : `0${digits}`
  return (0x5f + padded.length / 2).toString(16) + padded
}
