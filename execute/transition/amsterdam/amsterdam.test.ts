import { eoaCode7702SignAuthorization } from '@ethereumjs/util'
import { describe, expect, test } from 'vitest'
import { signHash } from '../../crypto/signHash.ts'
import type { GenesisAlloc } from '../../types/Genesis.ts'
import type { Hex } from '../../types/Hex.ts'
import { addressOf, createTestChain, hex, keys, senders, word } from '../chain.test-support.ts'

/** The values are those of the EIPs' own tables and test cases. */
const newAccount = 183_600n
const coldAccount = 3000n
const forks = { amsterdam: 0 }
const [eoa, nobody, returns, delegated] = ['eoa', 'nobody', 'returns', 'delegated'].map(addressOf) as [
  Hex,
  Hex,
  Hex,
  Hex,
]
const alloc: GenesisAlloc = {
  [eoa]: { balance: 1n },
  // stop
  [returns]: { code: '0x00', nonce: 1n },
  [delegated]: { code: `0xef0100${returns.slice(2)}`, nonce: 1n },
}

async function run(fields: Record<string, unknown>, more: GenesisAlloc = {}) {
  const chain = createTestChain({ forks, alloc: { ...alloc, ...more }, gasLimit: 100_000_000n })
  const { receipts, refused, block } = await chain.seal([chain.sign(0, { nonce: 0n, gasLimit: 1_000_000n, ...fields })])
  const verified = await chain.verify()
  expect(hex(verified.block.header.stateRoot)).toBe(hex(block.header.stateRoot))
  const [receipt] = receipts
  return { gas: receipt?.gasUsed, status: receipt?.status, refused, blockGas: block.header.gasUsed, chain }
}

describe('EIP-2780: test cases', () => {
  test.each([
    ['1: to itself', { to: senders[0], value: 1n }, 12_000n],
    ['2: no value, existing', { to: eoa }, 15_000n],
    ['2: no value, nobody', { to: nobody }, 15_000n],
    ['2: no value, contract', { to: returns }, 15_000n],
    ['3: value', { to: eoa, value: 1n }, 21_000n],
    ['4: value, new account', { to: nobody, value: 1n }, 21_000n + newAccount],
    ['5: value, delegated', { to: delegated, value: 1n }, 21_000n + coldAccount],
    ['no value, delegated', { to: delegated }, 15_000n + coldAccount],
    ['6: creation', { data: '0x' }, 24_000n + newAccount],
    ['7: creation with value', { data: '0x', value: 1n }, 24_000n + newAccount],
    // keccak256(0, 96), pop, revert(0, 0): less than the floor of its calldata, as the account is not paid for
    ['9: creation that reverts', { data: '0x60605f20505f5ffd' }, 24_000n + 8n * 64n],
  ])('%s', async (_, fields, gas) => {
    expect((await run(fields)).gas).toBe(gas)
  })

  test.each([
    ['to a new account', { to: nobody, value: 1n, gasLimit: 21_000n + newAccount - 1n }],
    ['a creation', { data: '0x', gasLimit: 24_000n + newAccount - 1n }],
    ['to a delegated account', { to: delegated, gasLimit: 15_000n + coldAccount - 1n }],
  ])('10: without the gas for what comes at run time it is included, and fails: %s', async (_, fields) => {
    const { status, gas } = await run(fields)
    expect({ status, gas }).toEqual({ status: false, gas: fields.gasLimit })
  })

  test.each([
    ['to itself', { to: senders[0] }, 12_000n],
    ['a call', { to: eoa }, 15_000n],
    ['value', { to: eoa, value: 1n }, 21_000n],
    ['a creation', { data: '0x' }, 24_000n],
  ])('without the intrinsic gas it cannot be included: %s', async (_, fields, intrinsic) => {
    expect((await run({ ...fields, gasLimit: intrinsic - 1n })).refused).toMatchObject([
      { code: 'INTRINSIC_GAS_TOO_LOW' },
    ])
    expect((await run({ ...fields, gasLimit: intrinsic })).refused).toEqual([])
  })

  test.each([
    // 7,816 each; 9,000 for the first write; 183,600 for a new account, 35,190 for a new delegation
    ['8: an account that is not there', 5, 12_000n + 3000n + 7816n + 9000n + newAccount + 35_190n],
    ['8: one that is', 1, 12_000n + 3000n + 7816n + 9000n + 35_190n],
  ])('%s', async (_, authority, gas) => {
    const fresh = new Uint8Array(32).fill(authority)
    const key = authority === 1 ? keys[1]! : fresh
    expect((await run({ type: 4, to: eoa, authorizationList: [authorize(key, returns)] })).gas).toBe(gas)
  })
})

describe('EIP-7976 and EIP-7981: the floor', () => {
  test.each([
    ['64 for each byte, zero or not', { to: eoa, data: `0x${'00'.repeat(500)}${'01'.repeat(500)}` }, 15_000n + 64_000n],
    [
      '64 for each byte of an access list, on top of 2,900 and 2,000',
      { to: eoa, accessList: [{ address: eoa, storageKeys: [`0x${word(1)}`] }] },
      15_000n + 52n * 64n + 2900n + 2000n,
    ],
  ])('%s', async (_, fields, gas) => {
    expect((await run(fields)).gas).toBe(gas)
  })
})

describe('EIP-8024: test cases', () => {
  // Each program is followed by code that returns what is on the stack, from the top.
  const answers = async (program: string, items: number) => {
    const store = Array.from({ length: items }, (_, i) => `61${(32 * i).toString(16).padStart(4, '0')}52`).join('')
    const code = `0x${program}${store}61${(32 * items).toString(16).padStart(4, '0')}5ff3` as Hex
    const chain = createTestChain({ forks, alloc: { [returns]: { code, nonce: 1n } } })
    const builder = await chain.builder()
    const { returnData, error } = await builder.add(chain.sign(0, { nonce: 0n, to: returns }))
    return error ?? Array.from({ length: items }, (_, i) => BigInt(hex(returnData.subarray(32 * i, 32 * i + 32))))
  }
  const zeros = (count: number) => Array.from({ length: count }, () => 0n)

  test.each([
    ['60016000808080808080808080808080808080e680', 18, [1n, ...zeros(16), 1n]],
    ['600160008080808080808080808080808080806002e780', 18, [1n, ...zeros(16), 2n]],
    ['600060016002e88e', 3, [2n, 0n, 1n]],
    ['600080808080808080808080808080808080808080808080808080808060016002e88f', 30, [2n, ...zeros(28), 1n]],
    ['60008080e88e15', 3, [1n, 0n, 0n]],
    ['600260008080808080600160008080808080808080e800', 17, [...zeros(9), 2n, ...zeros(6), 1n]],
  ])('%s', async (program, items, stack) => {
    expect(await answers(program, items)).toEqual(stack)
  })

  test.each(['e75b', 'e852', '6000808080808080808080808080808080e680'])('%s halts', async (program) => {
    expect(await answers(program, 0)).not.toEqual([])
  })

  test('600456e65b jumps into what is no operand', async () => {
    expect(await answers('600456e65b', 0)).toEqual([])
  })
})

test('EIP-8037: a gas limit is at most 2^32 - 1', async () => {
  const chain = createTestChain({ forks, gasLimit: 2n ** 33n })
  const transfer = (gasLimit: bigint) => chain.sign(0, { nonce: 0n, to: eoa, gasLimit, maxFeePerGas: 10n ** 9n })
  const { refused } = await chain.seal([transfer(2n ** 32n), transfer(2n ** 32n - 1n)])
  expect(refused).toMatchObject([{ code: 'GAS_LIMIT_TOO_HIGH', value: 2n ** 32n }])
})

test('EIP-7954: code of 64 KiB can be deployed, and not a byte more', async () => {
  // return(0, size)
  const deploying = (size: number) => ({
    data: `0x62${size.toString(16).padStart(6, '0')}5ff3`,
    gasLimit: 140_000_000n,
  })
  expect(65_536 * 1530).toBe(100_270_080)
  for (const [size, status] of [
    [65_536, true],
    [65_537, false],
  ] as const) {
    const chain = createTestChain({ forks, gasLimit: 300_000_000n })
    const { receipts } = await chain.seal([chain.sign(0, { nonce: 0n, ...deploying(size) })])
    expect(receipts[0]?.status).toBe(status)
  }
})

function authorize(key: Uint8Array, to: Hex) {
  const ecSign = (hash: Uint8Array, signer: Uint8Array) => {
    const { r, s, yParity } = signHash(hash, signer)
    return { r: BigInt(hex(r)), s: BigInt(hex(s)), recovery: yParity }
  }
  return eoaCode7702SignAuthorization({ chainId: '0x', address: to, nonce: '0x' } as never, key, ecSign as never)
}
