import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type GasPrices, gasSchedules } from '../../execute/index.ts'
import { type AdvancedBlock, advanceGas, executeGas, TRANSACTION_GAS_CAP } from './advanceGas.ts'

const block = fc.record({
  gasLimit: fc.constant(10_000_000n),
  gasUsed: fc.bigInt(0n, 10_000_000n),
  input: fc.uint8Array({ maxLength: 2_000 }),
  referencedBytes: fc.nat(300_000),
})

/** Runs the EVM's accounting: intrinsic gas, then per block the contract's own work and a call that keeps 1/64 back. */
function everyCallHolds(blocks: AdvancedBlock[], prices: GasPrices, gas: bigint, work: bigint): boolean {
  let left = gas - 21_000n - BigInt(blocks.reduce((sum, { input }) => sum + 16 * input.length, 0))
  for (const block of blocks) {
    const { held, charged } = executeGas(block, prices)
    left -= work
    if (left - left / 64n < held) return false
    left -= charged
  }
  return left >= 0n
}

describe('advanceGas', () => {
  test.each(Object.entries(gasSchedules))('every EXECUTE call holds what it must, with %s', (_, schedule) => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (blocks) => {
        const prices = schedule.pricesAt(1_000n)
        expect(everyCallHolds(blocks, prices, advanceGas(blocks, prices), 70_000n)).toBe(true)
      }),
    )
  })

  test('is not wasteful: one block of 10 M gas with 300 kB of data fits into one transaction', () => {
    const full = { gasLimit: 10_000_000n, gasUsed: 10_000_000n, input: new Uint8Array(1_000), referencedBytes: 300_000 }
    expect(advanceGas([full], gasSchedules.reserve.pricesAt())).toBeLessThan(TRANSACTION_GAS_CAP)
  })

  test('small blocks share the gas that each call must only hold', () => {
    const small = { gasLimit: 10_000_000n, gasUsed: 21_000n, input: new Uint8Array(900), referencedBytes: 6_000 }
    expect(advanceGas(Array(25).fill(small), gasSchedules.reserve.pricesAt())).toBeLessThan(TRANSACTION_GAS_CAP)
  })

  test('pays the floor of EIP-7623 when calldata outweighs all else', () => {
    const inline = { gasLimit: 30_000n, gasUsed: 0n, input: new Uint8Array(100_000).fill(1), referencedBytes: 0 }
    expect(advanceGas([inline], gasSchedules.reserve.pricesAt())).toBeGreaterThanOrEqual(21_000n + 40n * 100_000n)
  })
})
