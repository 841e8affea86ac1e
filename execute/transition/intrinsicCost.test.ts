import { createTx, getCalldataFloorGas } from '@ethereumjs/tx'
import { Address } from '@ethereumjs/util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createChainRules } from '../rules/createChainRules.ts'
import { forks } from '../types/Fork.ts'
import { knowsCostOf, plainIntrinsicCost } from './intrinsicCost.ts'

const to = new Address(new Uint8Array(20).fill(1))
const { commonOf } = createChainRules({ chainId: 1 })
const known = forks.filter((fork) => knowsCostOf(commonOf(fork)))

test('knows all forks up to Osaka', () => {
  expect(known).toContain('frontier')
  expect(known).toContain('osaka')
  expect(known).not.toContain('amsterdam')
})

test.each(known)('%s: the cost is what EthereumJS reckons for a transaction', (fork) => {
  const common = commonOf(fork)
  const bytes = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 255 }))
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 100 }),
      fc.array(bytes, { maxLength: 200 }),
      fc.boolean(),
      (a, b, isCreation) => {
        const data = Uint8Array.from([...a, ...b])
        const body = { data, gasLimit: 10_000_000n, gasPrice: 100n, type: 0 as const }
        const tx = createTx(isCreation ? body : { ...body, to }, { common, freeze: false })
        expect(plainIntrinsicCost(common, data, isCreation)).toEqual({
          intrinsic: tx.getIntrinsicGas(),
          floor: getCalldataFloorGas(tx),
        })
      },
    ),
    { numRuns: 30 },
  )
})

test('a fresh chain knows its prices before it has seen a transaction', () => {
  const common = createChainRules({ chainId: 7 }).commonOf('osaka')
  expect(plainIntrinsicCost(common, Uint8Array.of(0, 1), false)).toEqual({ intrinsic: 21_020n, floor: 21_050n })
})
