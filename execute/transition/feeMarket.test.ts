import { expect, test } from 'vitest'
import { createChainRules } from '../rules/createChainRules.ts'
import type { Header } from '../types/Header.ts'
import { blobBaseFeeOf, fakeExponential } from './feeMarket.ts'

// The table that go-ethereum and execution-specs test with.
test.each([
  [1n, 0n, 1n, 1n],
  [38493n, 0n, 1000n, 38493n],
  [0n, 1234n, 2345n, 0n],
  [1n, 2n, 1n, 6n],
  [1n, 4n, 2n, 6n],
  [1n, 3n, 1n, 16n],
  [1n, 6n, 2n, 18n],
  [1n, 4n, 1n, 49n],
  [1n, 8n, 2n, 50n],
  [10n, 8n, 2n, 542n],
  [11n, 8n, 2n, 596n],
  [1n, 5n, 1n, 136n],
  [1n, 5n, 2n, 11n],
  [2n, 5n, 2n, 23n],
  [1n, 50_000_000n, 2_225_652n, 5_709_098_764n],
])('fake_exponential(%i, %i, %i) is %i', (factor, numerator, denominator, expected) => {
  expect(fakeExponential(factor, numerator, denominator)).toBe(expected)
})

test('a blob base fee that no word holds is refused, and not computed to its end', () => {
  const rules = createChainRules({ chainId: 1, forks: { osaka: 0 } })
  const header = { number: 1n, timestamp: 1n, excessBlobGas: 2n ** 64n - 1n } as Header
  expect(() => blobBaseFeeOf(rules, header)).toThrow(expect.objectContaining({ code: 'BLOB_BASE_FEE_TOO_HIGH' }))
  // Prague's update fraction, which Osaka keeps: e ** 177 is just below 2 ** 256, e ** 178 above.
  expect(blobBaseFeeOf(rules, { ...header, excessBlobGas: 177n * 5_007_716n })).toBeLessThan(2n ** 256n)
  expect(() => blobBaseFeeOf(rules, { ...header, excessBlobGas: 178n * 5_007_716n })).toThrow('256 bits')
})
