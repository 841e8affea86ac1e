import type { TypedTransaction } from '@ethereumjs/tx'
import { expect, test } from 'vitest'
import { MissingData } from '../errors.ts'
import {
  addressOf,
  codes,
  createTestChain,
  hex,
  random,
  type TestChain,
  word,
} from '../transition/chain.test-support.ts'
import type { ForkSchedule } from '../types/Fork.ts'
import type { GenesisAlloc } from '../types/Genesis.ts'
import type { Hex } from '../types/Hex.ts'
import { worldStateFromWitness } from './worldStateFromWitness.ts'

const contracts = Object.keys(codes) as (keyof typeof codes)[]

const alloc: GenesisAlloc = Object.fromEntries(
  contracts.map((name) => [
    addressOf(name),
    {
      code: codes[name],
      balance: 5n,
      storage: Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`0x${word(i)}` as Hex, '0x07'])),
    },
  ]),
)

/** Init code that stores into two slots and deploys `store`. */
function initCode(): string {
  const runtime = codes.store.slice(2)
  const prefix = '600160015560026002556000' // sstore(1, 1), sstore(2, 2), and a zero left on the stack
  const size = (runtime.length / 2).toString(16).padStart(2, '0')
  const copy = `60${size}60${(prefix.length / 2 + 12).toString(16)}5f3960${size}5ff3`
  return prefix + copy.padEnd(24, '0') + runtime
}

function randomTransactions(chain: TestChain, next: (below: number) => number, nonces: bigint[]): TypedTransaction[] {
  return Array.from({ length: 1 + next(8) }, () => {
    const key = next(nonces.length)
    const storePairs = () =>
      Array.from({ length: 1 + next(6) }, () => word(next(40)) + word(next(3) === 0 ? next(99) : 0)).join('')
    const someone = () => (next(2) === 0 ? addressOf(`filler ${next(100)}`) : addressOf(`new ${next(30)}`))
    const data = (to: keyof typeof codes) => {
      if (to === 'store' || to === 'storeAndRevert') return storePairs()
      if (to === 'create') return initCode()
      if (to === 'blockHash') return word(Math.max(0, Number(chain.head().block.header.number) - next(5)))
      return word(BigInt(next(3) === 0 ? addressOf(contracts[next(contracts.length)]!) : someone()))
    }
    const to = contracts[next(contracts.length)]!
    const kind = next(10)
    const fields =
      kind < 2
        ? { to: someone(), value: BigInt(next(3)) }
        : kind === 2
          ? { data: `0x${initCode()}` }
          : { to: addressOf(to), data: `0x${data(to)}` }
    // One in ten cannot be included, which must leave no trace in the witness.
    const nonce = next(10) === 0 ? nonces[key]! + 5n : nonces[key]!++
    return chain.sign(key, { ...fields, nonce })
  })
}

const schedules: [name: string, forks: ForkSchedule][] = [
  ['shanghai, where SELFDESTRUCT deletes', { shanghai: 0 }],
  ['osaka', { osaka: 0 }],
  ['amsterdam', { amsterdam: 0 }],
]

test.each(schedules)('behavior: a witness suffices and nothing in it is superfluous (%s)', async (_, forks) => {
  for (let seed = 1; seed <= 2; seed++) {
    const next = random(seed)
    const chain = createTestChain({ forks, alloc })
    const nonces = Array.from({ length: 10 }, () => 0n)
    for (let height = 0; height < 3; height++) {
      const transactions = randomTransactions(chain, next, nonces)
      const withdrawals =
        next(3) === 0
          ? [{ index: 0n, validatorIndex: 0n, address: new Uint8Array(20).fill(next(256)), amount: BigInt(next(2)) }]
          : []
      const sealed = await chain.seal(transactions, { withdrawals })
      for (const error of sealed.refused) expect(error).toMatchObject({ code: 'NONCE_TOO_HIGH' })

      const { state, codes: witnessCodes, headers, keys } = sealed.witness!
      const parent = chain.blocks.at(-2)!.block.header
      const execute = (partial: { state: Uint8Array[]; codes: Uint8Array[] }) =>
        chain.verify({
          parentState: worldStateFromWitness(parent.stateRoot, { ...partial, headers }),
          recordWitness: true,
        })

      const again = await execute({ state, codes: witnessCodes })
      expect(again.state.root).toEqual(sealed.block.header.stateRoot)
      expect(again.witness).toEqual(sealed.witness)
      const proven = worldStateFromWitness(parent.stateRoot, sealed.witness!)
      for (const key of keys!) if (key.length === 20) expect(() => proven.getAccount(key), hex(key)).not.toThrow()
      expect(await chain.verify().then(({ witness }) => witness)).toEqual(sealed.witness)
      for (const dropped of state) {
        await expect(
          execute({ state: state.filter((node) => node !== dropped), codes: witnessCodes }),
          hex(dropped),
        ).rejects.toThrow(MissingData)
      }
      for (const dropped of witnessCodes) {
        await expect(
          execute({ state, codes: witnessCodes.filter((code) => code !== dropped) }),
          hex(dropped),
        ).rejects.toThrow(MissingData)
      }
    }
  }
})

test('behavior: headers go back as far as BLOCKHASH looked, and the parent is always there', async () => {
  const chain = createTestChain({ alloc })
  for (let i = 0; i < 5; i++) await chain.seal()
  const read = (number: bigint, nonce: bigint) =>
    chain.sign(0, { to: addressOf('blockHash'), data: `0x${word(number)}`, nonce })
  expect((await chain.seal()).witness!.headers).toHaveLength(1)
  expect((await chain.seal([read(3n, 0n)])).witness!.headers).toHaveLength(4)
  const { getBlockHash } = chain
  await expect(
    chain.verify({ getBlockHash: (number) => (number === 3n ? undefined : getBlockHash(number)) }),
  ).rejects.toMatchObject({
    code: 'MISSING_BLOCK_HASH',
  })
})

test('behavior: the size while building is close to the final one and ignores what was not included', async () => {
  const chain = createTestChain({ alloc })
  const builder = await chain.builder()
  const empty = builder.witnessBytes()
  await expect(builder.add(chain.sign(0, { to: addressOf('filler 3'), nonce: 9n }))).rejects.toMatchObject({
    code: 'NONCE_TOO_HIGH',
  })
  expect(builder.witnessBytes()).toBe(empty)
  await builder.add(chain.sign(0, { to: addressOf('store'), data: `0x${word(1)}${word(0)}`, nonce: 0n }))
  const estimate = builder.witnessBytes()
  const { state, codes: witnessCodes, headers, keys } = (await builder.seal()).witness!
  expect(keys?.map(hex)).toEqual(expect.arrayContaining([addressOf('store'), `0x${word(1)}`]))
  expect(keys?.map(hex)).not.toContain(addressOf('filler 3'))
  const size = [...state, ...witnessCodes, ...headers].reduce((sum, item) => sum + item.length, 0)
  expect(estimate).toBeGreaterThan(empty)
  expect(Math.abs(size - estimate) / size).toBeLessThan(0.2)
})
