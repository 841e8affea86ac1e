import { describe, expect, test } from 'vitest'
import { gasSchedules, marketGasSchedule } from '../../execute/index.ts'
import { TRANSACTION_GAS_CAP } from './advanceGas.ts'
import type { SettledBlockInput } from './executeInput.ts'
import { executeTooDear } from './executeTooDear.ts'
import { planAdvance } from './planAdvance.ts'
import type { ExecuteQuote } from './quoteExecute.ts'

const block = (number: bigint, gasUsed: bigint): SettledBlockInput => ({
  number,
  hash: '0x',
  anchorNumber: 0n,
  timestamp: number,
  gasLimit: 10_000_000n,
  gasUsed,
  input: new Uint8Array(900),
  referencedBytes: 6_000,
})

async function* blocksUsing(...gasUsed: bigint[]) {
  for (const [index, used] of gasUsed.entries()) yield block(BigInt(index + 1), used)
}

const market = marketGasSchedule({ limit: 12_000_000n, minPrice: 100n })
const quoteAt = (now: bigint, soon = now): ExecuteQuote => ({
  now: market.pricesAt(now),
  soon: market.pricesAt(soon),
  market: { limit: 12_000_000n, price: now, canFall: now > 100n },
})

describe('planAdvance', () => {
  test('takes as many blocks as L1’s blocks have EXECUTE gas for', async () => {
    // The third one's gas limit must be left after 1.5 million, and is not after 2.5 million.
    const { blocks } = await planAdvance(blocksUsing(1_000_000n, 500_000n, 1_000_000n, 1n), quoteAt(100n))
    expect(blocks.map(({ number }) => number)).toEqual([1n, 2n, 3n])
  })

  test('takes a block alone although it fills L1’s block', async () => {
    const { blocks } = await planAdvance(blocksUsing(10_000_000n, 0n), quoteAt(100n))
    expect(blocks).toHaveLength(1)
  })

  test('gives the transaction gas for the price that may hold when it is mined', async () => {
    const [now, soon] = [
      await planAdvance(blocksUsing(1n), quoteAt(200n)),
      await planAdvance(blocksUsing(1n), quoteAt(200n, 300n)),
    ]
    // 10 million at a tenth more, and a 63rd of it (EIP-150).
    expect(soon.gas - now.gas).toBe(1_015_873n)
  })

  test('at a price for which no transaction can hold enough waits, if it can fall', async () => {
    const { blocks, tooDear } = await planAdvance(blocksUsing(1n), quoteAt(1_700n))
    expect(blocks).toEqual([])
    expect(tooDear).toMatchObject({ number: 1n, gasLimit: 10_000_000n, price: 1_700n })
    const least = { ...quoteAt(1_700n), market: { limit: 12_000_000n, price: 1_700n, canFall: false } }
    expect((await planAdvance(blocksUsing(1n), least)).gas).toBe(TRANSACTION_GAS_CAP)
    // Affordable now, perhaps not in some blocks: all that a transaction can have.
    expect((await planAdvance(blocksUsing(1n), quoteAt(1_500n, 2_400n))).gas).toBe(TRANSACTION_GAS_CAP)
  })

  test('says which gas limit would do at the price, and it does', async () => {
    const { tooDear } = await planAdvance(blocksUsing(1n), quoteAt(1_700n))
    const { hint } = executeTooDear(tooDear!)
    const [, affordable] = /gasLimit (\d+)/.exec(hint!)!
    const planFor = async (gasLimit: bigint) => {
      async function* smaller() {
        yield { ...block(1n, 1n), gasLimit }
      }
      return planAdvance(smaller(), quoteAt(1_700n))
    }
    expect((await planFor(BigInt(affordable!))).blocks).toHaveLength(1)
    expect((await planFor(BigInt(affordable!) + 200_000n)).tooDear).toBeDefined()
  })

  test('names no gas limit that a rollup cannot be configured with', async () => {
    const { tooDear } = await planAdvance(blocksUsing(1n), quoteAt(30_000n))
    expect(executeTooDear(tooDear!).hint).not.toContain('gasLimit')
  })

  test('knows no limit but the transaction’s where EXECUTE has no market', async () => {
    const prices = gasSchedules.reserve.pricesAt()
    const quote = { now: prices, soon: prices }
    expect((await planAdvance(blocksUsing(4_000_000n, 4_000_000n, 4_000_000n), quote)).blocks).toHaveLength(2)
  })
})
