import { Common, Mainnet } from '@ethereumjs/common'
import { paramsEVM } from '@ethereumjs/evm'
import { createFeeMarket1559Tx } from '@ethereumjs/tx'
import { describe, expect, test } from 'vitest'
import { NativerollError } from '../errors.ts'
import { createChainRules } from './createChainRules.ts'

describe('createChainRules', () => {
  test('behavior: the latest fork that has started is active', () => {
    const rules = createChainRules({ chainId: 901, forks: { osaka: 0, amsterdam: 500 } })
    expect([0n, 499n, 500n, 501n].map((time) => rules.forkAt(time))).toEqual([
      'osaka',
      'osaka',
      'amsterdam',
      'amsterdam',
    ])
    expect(rules.isActive('prague', 0n)).toBe(true)
    expect(rules.isActive('amsterdam', 499n)).toBe(false)
  })

  test('behavior: forks may start at a block number', () => {
    const rules = createChainRules({ chainId: 1, forkBlocks: { frontier: 0, london: 5 }, forks: { shanghai: 100 } })
    expect(rules.forkAt(50n, 4n)).toBe('frontier')
    expect(rules.forkAt(50n, 5n)).toBe('london')
    expect(rules.forkAt(100n, 6n)).toBe('shanghai')
  })

  test('error: before the first fork', () => {
    const rules = createChainRules({ chainId: 1, forks: { osaka: 10 } })
    expect(() => rules.forkAt(9n)).toThrow(expect.objectContaining({ code: 'NO_FORK', value: 9n }) as NativerollError)
  })

  test('behavior: a fork without blob parameters keeps those before it; a chain may set its own', () => {
    const rules = createChainRules({
      chainId: 1,
      forks: { cancun: 0, osaka: 10, bpo1: 20, bpo3: 30 },
      blobSchedule: { bpo1: { target: 1, max: 2, baseFeeUpdateFraction: 3 } },
    })
    expect([0n, 10n, 20n, 30n].map((time) => rules.blobParameters(time)!.max)).toEqual([6, 9, 2, 21])
    expect(createChainRules({ chainId: 1, forks: { shanghai: 0 } }).blobParameters(0n)).toBeUndefined()
  })
})

describe('ForkCommon', () => {
  const rules = createChainRules({ chainId: 901, forks: { osaka: 0 } })
  const common = rules.common(0n)

  test.each(['berlin', 'shanghai', 'cancun', 'prague', 'osaka', 'amsterdam'] as const)(
    'behavior: answers as a stock Common does (%s)',
    (fork) => {
      const stock = new Common({ chain: { ...Mainnet, hardforks: Mainnet.hardforks }, hardfork: fork })
      const ours = rules.commonOf(fork)
      stock.updateParams(paramsEVM)
      ours.updateParams(paramsEVM)
      const eips = Array.from({ length: 9000 }, (_, eip) => eip).filter((eip) => eip !== 7934)
      expect(eips.filter((eip) => ours.isActivatedEIP(eip))).toEqual(eips.filter((eip) => stock.isActivatedEIP(eip)))
      for (const name of ['sloadGas', 'callGas', 'createDataGas', 'maxCodeSize', 'selfdestructGas']) {
        expect(ours.param(name), name).toBe(stock.param(name))
      }
      for (const name of ['byzantium', 'london', 'cancun', 'osaka'])
        expect(ours.gteHardfork(name)).toBe(stock.gteHardfork(name))
    },
  )

  test('behavior: it is one object per fork, which transactions share', () => {
    expect(rules.common(77n)).toBe(common)
    expect(createFeeMarket1559Tx({ chainId: 901n }, { common }).common).toBe(common)
    expect(common.chainId()).toBe(901n)
  })

  test('error: it cannot be turned into another fork', () => {
    expect(() => common.setHardfork('prague')).toThrow(NativerollError)
    expect(common.hardfork()).toBe('osaka')
  })
})
