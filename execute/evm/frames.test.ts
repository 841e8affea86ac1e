import { Address } from '@ethereumjs/util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evmCurves } from '../crypto/curves/curves.ts'
import { createChainRules } from '../rules/createChainRules.ts'
import { createBlockEnvironment } from '../transition/BlockEnvironment.ts'
import { CorrectedEvm } from '../transition/CorrectedEvm.ts'
import { bytesOf, hex, systemAlloc, word } from '../transition/chain.test-support.ts'
import { createGenesisBlock } from '../transition/createGenesisBlock.ts'
import { destroyAccounts } from '../transition/destroyAccounts.ts'
import { proveFrames } from '../transition/proveFrames.ts'
import type { Fork } from '../types/Fork.ts'
import type { GenesisAlloc } from '../types/Genesis.ts'
import type { Hex } from '../types/Hex.ts'
import { createWitnessRecorder } from '../witness/createWitnessRecorder.ts'
import { CorrectedAccessList } from './CorrectedAccessList.test-support.ts'
import { hastenPrecompiles } from './hastenPrecompiles.ts'
import { entry, programs, sender } from './programs.test-support.ts'

const forks: Fork[] = ['berlin', 'london', 'shanghai', 'cancun', 'prague', 'osaka', 'amsterdam']

test.each(['osaka', 'amsterdam'] as const)(
  'frames are proven beside the EthereumJS that is installed: %s',
  async (fork) => {
    expect(await proveFrames(fork)).toBeDefined()
  },
)

describe.each(forks)('%s', (fork) => {
  test('contracts that call each other do what they do in stock EthereumJS', async () => {
    const gas = fc.constantFrom(1_000_000n, 150_000n, 60_000n)
    // EIP-8037: none, enough for a slot, for an account or two, for everything.
    const reservoir = fc.constantFrom(0n, 100_000n, 400_000n, 10n ** 7n)
    await fc.assert(
      fc.asyncProperty(programs, gas, reservoir, async (alloc, gas, reservoir) => {
        expect(await run(fork, alloc, gas, 'ours', reservoir)).toEqual(await run(fork, alloc, gas, 'stock', reservoir))
      }),
      { numRuns: Number(process.env.RUNS ?? 60) },
    )
  }, 600_000)
})

describe.each([
  ['calls itself until nothing is left', '600160005401600055600060006000600060003061fffff15a600155', 2n ** 52n],
  ['calls itself 1,024 deep', '60016000540160005560006000600060006000305af1600155', 2n ** 40n],
  ['creates with its own code until nothing is left', '36600060003960015f553860006000f0600255', 3_000_000n],
] as const)('%s', (_, code, gas) => {
  test('comes to what stock EthereumJS comes to', async () => {
    const alloc = { [sender]: { balance: 10n ** 18n }, [entry]: { code: `0x${code}` as const, balance: 9n } }
    expect(await run('osaka', alloc, gas, 'ours')).toEqual(await run('osaka', alloc, gas, 'stock'))
  })
})

/** What two transactions that call the entry come to, on an EVM with frames of our own or on EthereumJS' own. */
async function run(fork: Fork, programs: GenesisAlloc, gasLimit: bigint, way: 'ours' | 'stock', reservoir = 0n) {
  const rules = createChainRules({ chainId: 1, forks: { [fork]: 0 } })
  const genesis = { timestamp: 1000n, gasLimit: 30_000_000n, alloc: { ...systemAlloc, ...programs } }
  const { block, state } = createGenesisBlock(genesis, rules)
  const recorder = createWitnessRecorder()
  const env = await createBlockEnvironment({
    rules,
    header: { ...block.header, number: 100n, baseFeePerGas: 7n },
    parentState: state,
    recorder,
    getBlockHash: (number) => new Uint8Array(32).fill(Number(number)),
  })
  if (way === 'stock') {
    const { common, state: stateManager } = env
    env.evm = new CorrectedEvm({
      ...{ ...evmCurves, common, stateManager },
      ...{ blockchain: env.evm.blockchain, blockLevelAccessList: new CorrectedAccessList() },
    })
    hastenPrecompiles(env.evm.precompiles)
  }
  const outcomes: unknown[] = []
  const { blockLevelAccessList: accessList } = env.evm
  for (let transaction = 0; transaction < 2; transaction++) {
    const { journal, precompiles } = env.evm
    if (accessList !== undefined) accessList.blockAccessIndex = transaction + 1
    env.evm.stateGasReservoir = reservoir
    env.evm.executionStateGasUsed = 0n
    for (const address of precompiles.keys()) journal.addAlwaysWarmAddress(address)
    journal.addAlwaysWarmAddress(sender)
    journal.addAlwaysWarmAddress(entry, true)
    journal.addAlwaysWarmSlot(entry, `0x${'00'.repeat(31)}01`, true)
    const { execResult } = await env.evm.runCall({
      block: env.block,
      caller: addressOf(sender),
      to: addressOf(entry),
      data: bytesOf(`0x${'a5'.repeat(70)}`),
      value: 3n,
      gasLimit,
      gasPrice: 9n,
      skipNonceIncrement: true,
    })
    const { exceptionError, executionGasUsed, gasRefund, returnValue, logs = [] } = execResult
    outcomes.push({
      error: exceptionError?.error,
      gas: executionGasUsed,
      refund: gasRefund,
      returned: hex(returnValue),
      logs: logs.map(([address, topics, data]) => [hex(address), topics.map(hex), hex(data)]),
      stateGas: [env.evm.stateGasReservoir, env.evm.executionStateGasUsed],
      destroyed: [...(execResult.selfdestruct ?? [])].sort(),
      // Stock notes them since EIP-6780 only.
      created: env.common.isActivatedEIP(6780) ? [...(execResult.createdAddresses ?? [])].sort() : [],
      warm: Object.keys(programs).filter((address) => journal.isWarmedAddress(bytesOf(address))),
      warmSlots: Object.keys(programs).map((address) =>
        [0, 1, 2, 3].filter((slot) => journal.isWarmedStorage(bytesOf(address), bytesOf(word(slot)))),
      ),
    })
    await destroyAccounts(env, execResult)
    accessList?.cleanupNetZeroBalanceChanges()
    await journal.cleanup()
    env.state.originalStorageCache.clear()
  }
  const root = hex(env.state.finish().root)
  return {
    outcomes,
    root,
    accessList: accessList && hex(accessList.serialize()),
    nodes: recorder.state().map(hex),
    codes: recorder.codes().map(hex),
  }
}

function addressOf(address: Hex): Address {
  return new Address(bytesOf(address))
}
