import { existsSync, readFileSync } from 'node:fs'
import { parseEther } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addresses, MIN_ROLLUP_CHAIN_ID, nativeRollupAddress } from '../addresses.ts'
import { rollupRegistryAbi } from '../generated/RollupRegistry.ts'
import { createWorld, type World } from '../testing/World.ts'
import { VAULT_PREMINE } from './l2Alloc.ts'
import { commonContracts, systemContracts } from './systemContracts.ts'

const fixtures = new URL('../../../shared/fixtures/sys-asm/', import.meta.url)

describe('system contracts', () => {
  test.skipIf(!existsSync(fixtures)).each([
    ['beacon_root', addresses.beaconRoots],
    ['execution_hash', addresses.historyStorage],
    ['withdrawals', addresses.withdrawalRequests],
    ['consolidations', addresses.consolidationRequests],
    ['builder_deposits', addresses.builderDeposits],
    ['builder_exits', addresses.builderExits],
    ['factory', addresses.create2Factory],
  ])('behavior: %s is the code of ethereum/sys-asm', (file, address) => {
    const code = readFileSync(new URL(`${file}.hex`, fixtures), 'utf8')
      .trim()
      .replace(/^0x/, '')
    expect({ ...systemContracts, ...commonContracts }[address]).toBe(`0x${code}`)
  })
})

describe('nativeRollupAddress', () => {
  test('behavior: the chain id is in the low bytes', () => {
    expect(nativeRollupAddress(901)).toBe('0x8079000000000000000000000000000000000385')
  })

  test('error: chain ids that would collide with other contracts', () => {
    expect(() => nativeRollupAddress(MIN_ROLLUP_CHAIN_ID - 1)).toThrow('expected an integer of at least 256')
    expect(() => nativeRollupAddress(1.5)).toThrow(RangeError)
  })
})

describe('on a chain', () => {
  let world: World
  beforeAll(async () => {
    world = await createWorld()
  }, 60_000)
  afterAll(() => world.stop())

  test('behavior: each contract answers where it should', async () => {
    const { rollupRegistry, l1Gateway, l1Origin, remoteRoots, gateway, ethVault, execute, ...everywhere } = addresses
    const code = (chain: World['l1'], address: `0x${string}`) => chain.client.getCode({ address })
    for (const address of Object.values(everywhere)) {
      for (const chain of [world.l1, world.r1]) expect(await code(chain, address), address).toBeDefined()
    }
    for (const address of [rollupRegistry, l1Gateway]) expect(await code(world.l1, address), address).toBeDefined()
    for (const address of [l1Origin, remoteRoots, gateway, ethVault])
      expect(await code(world.r1, address)).toBeDefined()
    expect(await code(world.l1, execute)).toBeUndefined()
    const registry = { address: rollupRegistry, abi: rollupRegistryAbi } as const
    const rollup = await world.l1.client.readContract({ ...registry, functionName: 'rollupOf', args: [902n] })
    expect(rollup.toLowerCase()).toBe(nativeRollupAddress(902))
  })

  test('behavior: Multicall3 gathers calls, with failures among them', async () => {
    const registry = { address: addresses.rollupRegistry, abi: rollupRegistryAbi, functionName: 'rollupOf' } as const
    const results = await world.l1.client.multicall({
      contracts: [
        { ...registry, args: [901n] },
        { ...registry, address: addresses.outbox, args: [901n] },
      ],
      multicallAddress: addresses.multicall3,
    })
    expect(results.map((result) => result.status)).toEqual(['success', 'failure'])
  })

  test('behavior: L1 backs what circulates on the rollups; the rest is in the vault', async () => {
    const backing = await world.l1.client.getBalance({ address: addresses.l1Gateway })
    expect(backing).toBe(2n * parseEther('10000'))
    expect(await world.r1.client.getBalance({ address: addresses.ethVault })).toBe(VAULT_PREMINE)
  })
})
