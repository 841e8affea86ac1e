import { describe, expect, test } from 'vitest'
import { createGasMarket, excessAfter, priceOf } from './gasMarket.ts'

describe('a market for gas', () => {
  // 100 * 1,000,000 / 117,783 = 849.02
  const market = createGasMarket({ limit: 200n, target: 100n, minPrice: 1000n })

  test('behavior: a full block raises the price by an eighth', () => {
    expect(market.updateFraction).toBe(849n)
    // e^(100/849) in integers: (849000 + 100000 + 5889 + 231 + 6) / 849, each term the one before * 100 / (849 * i).
    expect(priceOf(market, 100n)).toBe(1125n)
  })

  // fake_exponential(minPrice, excess, updateFraction) of EIP-4844, computed outside of this code.
  test.each([
    [0n, 1000n],
    [1n, 1001n],
    [100n, 1125n],
    [200n, 1265n],
    [849n, 2718n],
  ])('behavior: at an excess of %d the price is %d', (excess, price) => {
    expect(priceOf(market, excess)).toBe(price)
  })

  test.each([
    // [excess, used, next block's excess]: excess + used - target, not below zero
    [0n, 0n, 0n],
    [0n, 100n, 0n],
    [0n, 200n, 100n],
    [100n, 200n, 200n],
    [200n, 100n, 200n],
    [200n, 0n, 100n],
    [50n, 0n, 0n],
    [50n, 49n, 0n],
    [50n, 51n, 1n],
  ])('behavior: after an excess of %d and a use of %d the excess is %d', (excess, used, next) => {
    expect(excessAfter(market, { excess, used })).toBe(next)
  })

  test('behavior: ten full blocks, then twenty idle ones', () => {
    let excess = 0n
    const prices: bigint[] = []
    for (let block = 0; block < 30; block++) {
      excess = excessAfter(market, { excess, used: block < 10 ? 200n : 0n })
      prices.push(priceOf(market, excess))
    }
    expect(prices.slice(0, 10)).toEqual([1125n, 1265n, 1423n, 1601n, 1802n, 2027n, 2280n, 2565n, 2886n, 3247n])
    expect(prices.slice(10, 20)).toEqual([2886n, 2565n, 2280n, 2027n, 1802n, 1601n, 1423n, 1265n, 1125n, 1000n])
    expect(new Set(prices.slice(20))).toEqual(new Set([1000n]))
  })

  test('behavior: an excess that nobody could have reached has a price, at once, and a successor', () => {
    const excess = 2n ** 256n - 1n
    expect(priceOf(market, excess)).toBe(2n ** 64n)
    expect(excessAfter(market, { excess, used: 200n })).toBe(excess)
  })

  test.each([
    { limit: 100n, target: 100n, minPrice: 1n },
    { limit: 100n, target: 0n, minPrice: 1n },
    { limit: 100n, target: 50n, minPrice: 0n },
  ])('error: %o make no market', (numbers) => {
    expect(() => createGasMarket(numbers)).toThrow(expect.objectContaining({ code: 'INVALID_GAS_MARKET' }))
  })
})
