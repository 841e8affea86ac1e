import { describe, expect, test } from 'vitest'
import { gasSchedules } from '../../execute/index.ts'
import { advanceGas, TRANSACTION_GAS_CAP } from '../settler/advanceGas.ts'
import { settleablePayloadBytes } from './settleable.ts'

const { reserve, market } = gasSchedules

describe('settleablePayloadBytes', () => {
  test.each([5_000_000n, 10_000_000n, 12_000_000n, 15_000_000n])(
    'a block of %s gas that is full in every way settles in one transaction',
    (gasLimit) => {
      const referencedBytes = settleablePayloadBytes(gasLimit, reserve)
      const block = { gasLimit, gasUsed: gasLimit, input: new Uint8Array(1_200).fill(1), referencedBytes }
      expect(advanceGas([block], reserve.pricesAt())).toBeLessThanOrEqual(TRANSACTION_GAS_CAP)
    },
  )

  test('a gas limit above what a market sells in a block is refused', () => {
    expect(settleablePayloadBytes(30_000_000n, market)).toBe(300_000)
    expect(() => settleablePayloadBytes(30_000_001n, market)).toThrow(
      expect.objectContaining({ code: 'GAS_LIMIT_TOO_HIGH', expected: 'at most 30000000' }),
    )
  })

  test('a gas limit that leaves no room for the data is refused, with the highest that would do', () => {
    expect(() => settleablePayloadBytes(16_000_000n, reserve)).toThrow(
      expect.objectContaining({ code: 'GAS_LIMIT_TOO_HIGH', value: 16_000_000n, expected: 'at most 15395228' }),
    )
  })
})
