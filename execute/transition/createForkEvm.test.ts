import { Address } from '@ethereumjs/util'
import { expect, test } from 'vitest'
import { warmPrecompiles } from '../evm/warmPrecompiles.ts'
import { createChainRules } from '../rules/createChainRules.ts'
import { applyOverrides } from '../simulate/applyOverrides.ts'
import { createGenesisState } from '../state/createGenesisState.ts'
import { createJournaledState } from '../state/createJournaledState.ts'
import { hexToBytes } from '../state/hexToBytes.ts'
import type { Fork } from '../types/Fork.ts'
import { accessListOf } from './accessListOf.ts'
import { createForkEvm, releaseForkEvm } from './createForkEvm.ts'

const address = new Address(new Uint8Array(20).fill(7))
const slot = new Uint8Array(32).fill(1)
const ecrecover = '01'.padStart(40, '0')

function evmsOf(fork: Fork) {
  const common = createChainRules({ chainId: 1, forks: { [fork]: 0 } }).common(1n, 1n)
  return (state = createJournaledState(createGenesisState({}))) => createForkEvm({ common, stateManager: state })
}

test.each(['osaka', 'amsterdam'] as const)(
  'the next block gets the same EVM, and nothing of what it did: %s',
  async (fork) => {
    const create = evmsOf(fork)
    const first = await create()
    first.journal.addWarmedAddress(address.bytes)
    first.journal.addWarmedStorage(address.bytes, slot)
    first.journal.startReportingAccessList()
    first.transientStorage.put(address, slot, slot)
    first.blockLevelAccessList?.addAddress(address.toString())
    first.stateGasReservoir = 5n
    const moves = { address: hexToBytes(`0x${ecrecover}`), account: { movePrecompileTo: address.bytes } }
    await applyOverrides({ evm: first, state: createJournaledState(createGenesisState({})) }, [moves])
    expect(first.precompiles.has(ecrecover)).toBe(false)
    expect(first.precompiles.has(address.toString().slice(2))).toBe(true)
    releaseForkEvm(first)

    const state = createJournaledState(createGenesisState({}))
    const second = await create(state)
    expect(second).toBe(first)
    expect(second.stateManager).toBe(state)
    expect(second.journal.isWarmedAddress(address.bytes)).toBe(false)
    expect(second.journal.isWarmedStorage(address.bytes, slot)).toBe(false)
    expect(second.journal.accessList).toBeUndefined()
    expect(second.transientStorage.get(address, slot)).toEqual(new Uint8Array(32))
    expect(accessListOf({ evm: second })?.items() ?? 0).toBe(0)
    expect(second.stateGasReservoir).toBe(0n)
    expect(second.precompiles.has(ecrecover)).toBe(true)
    expect(second.precompiles.has(address.toString().slice(2))).toBe(false)
  },
)

test('precompiles are warm from when a transaction begins until it is over, those of the chain too (EIP-2929)', async () => {
  const common = createChainRules({ chainId: 1, forks: { osaka: 0 } }).common(1n, 1n)
  const stateManager = createJournaledState(createGenesisState({}))
  const own = { address, function: () => ({ executionGasUsed: 0n, returnValue: slot }) }
  const evm = await createForkEvm({ common, stateManager, customPrecompiles: [own] })
  const areWarm = () => [hexToBytes(`0x${ecrecover}`), address.bytes].map((bytes) => evm.journal.isWarmedAddress(bytes))
  expect(areWarm()).toEqual([false, false])
  warmPrecompiles(evm, evm.precompiles.keys())
  expect(areWarm()).toEqual([true, true])
  evm.journal.cleanJournal()
  expect(areWarm()).toEqual([false, false])
})

test('an EVM that waits holds no state', async () => {
  const state = createJournaledState(createGenesisState({}))
  const evm = await evmsOf('osaka')(state)
  const { journal } = evm
  releaseForkEvm(evm)
  expect(evm.stateManager).not.toBe(state)
  expect(evm.blockchain).toBeUndefined()
  expect(evm.journal).not.toBe(journal)
})

test('blocks that are executed at the same time have an EVM each', async () => {
  const create = evmsOf('osaka')
  const evms = [await create(), await create()]
  for (const evm of evms) releaseForkEvm(evm)
  expect(new Set([await create(), await create(), ...evms]).size).toBe(2)
})

test('one that a tracer watches is not used again, nor one of a fork without frames of ours', async () => {
  const create = evmsOf('osaka')
  const observed = await create()
  observed.events.on('step', () => {})
  releaseForkEvm(observed)
  expect(await create()).not.toBe(observed)

  const createNext = evmsOf('istanbul')
  const stepwise = await createNext()
  releaseForkEvm(stepwise)
  expect(await createNext()).not.toBe(stepwise)
})
