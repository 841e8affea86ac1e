import { expect, test } from 'vitest'
import { resolveConfig } from '../../configs/index.ts'
import { executeGasInWords, executeGasOf } from './executeGasOf.ts'

const l1 = (executeGas: unknown) => resolveConfig({ file: { name: 'f', config: { l1: { executeGas } } } }).l1

test('a market by name is the one with the default numbers', () => {
  const [byName, inFull] = [l1('market'), l1({ market: {} })]
  expect(executeGasOf(byName).market).toEqual(executeGasOf(inFull).market)
  expect(executeGasInWords(byName)).toBe('EXECUTE gas market (limit 30000000, target 15000000, least price 100)')
  expect(executeGasInWords(inFull)).toBe(executeGasInWords(byName))
})

test('numbers of the configuration are those of the market', () => {
  const numbers = { limit: 20_000_000, target: 4_000_000, minPrice: 7 }
  expect(executeGasOf(l1({ market: numbers })).market).toMatchObject({
    limit: 20_000_000n,
    target: 4_000_000n,
    minPrice: 7n,
  })
  expect(executeGasInWords(l1('gas_limit'))).toBe('EXECUTE gas gas_limit')
})
