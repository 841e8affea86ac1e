import { Address } from '@ethereumjs/util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evmCurves } from '../crypto/curves/curves.ts'
import { createChainRules } from '../rules/createChainRules.ts'
import { createBlockEnvironment } from '../transition/BlockEnvironment.ts'
import { CorrectedEvm } from '../transition/CorrectedEvm.ts'
import { bytesOf, hex, systemAlloc } from '../transition/chain.test-support.ts'
import { createGenesisBlock } from '../transition/createGenesisBlock.ts'
import type { Fork } from '../types/Fork.ts'
import type { GenesisAlloc } from '../types/Genesis.ts'
import type { Hex } from '../types/Hex.ts'
import { createWitnessRecorder } from '../witness/createWitnessRecorder.ts'
import { hastenPrecompiles } from './hastenPrecompiles.ts'
import { entry, programs, sender } from './programs.test-support.ts'

const forks: Fork[] = ['berlin', 'london', 'shanghai', 'osaka']

describe.each(forks)('%s', (fork) => {
  test('a creation by a transaction comes to what it comes to in stock EthereumJS', async () => {
    const gas = fc.constantFrom(1_000_000n, 150_000n, 60_000n)
    await fc.assert(
      fc.asyncProperty(programs, gas, async (alloc, gas) => {
        const code = alloc[entry]!.code!
        expect(await create(fork, alloc, { code, gas }, 'ours')).toEqual(
          await create(fork, alloc, { code, gas }, 'stock'),
        )
      }),
      { numRuns: Number(process.env.RUNS ?? 30) },
    )
  }, 600_000)

  test.each<[string, Hex]>([
    ['code of nothing', '0x00'],
    ['more code than may be', '0x6160016000f3'],
    ['code that begins with 0xef', '0x60ef60005360016000f3'],
    ['nothing, but fails', '0xfe'],
    ['nothing, and no instruction', '0x'],
    ['nothing, and destroys itself', '0x33ff'],
    ['code it cannot pay for', '0x6150006000f3'],
  ])('so does one that returns %s', async (_, code) => {
    const request = { code, gas: 200_000n }
    expect(await create(fork, {}, request, 'ours')).toEqual(await create(fork, {}, request, 'stock'))
  })
})

test('what reverts keeps its gas and its data, whatever that begins with (EIP-3541 is about code)', async () => {
  const { outcome } = await create('osaka', {}, { code: '0x60ef60005360016000fd', gas: 100_000n }, 'ours')
  expect(outcome).toMatchObject({ error: 'revert', gas: 18n, returned: '0xef' })
})

async function create(
  fork: Fork,
  alloc: GenesisAlloc,
  { code, gas }: { code: Hex; gas: bigint },
  way: 'ours' | 'stock',
) {
  const rules = createChainRules({ chainId: 1, forks: { [fork]: 0 } })
  const accounts = { [sender]: { balance: 10n ** 18n, nonce: 1n }, ...alloc }
  const genesis = { timestamp: 1000n, gasLimit: 30_000_000n, alloc: { ...systemAlloc, ...accounts } }
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
    env.evm = new CorrectedEvm({ ...evmCurves, common, stateManager, blockchain: env.evm.blockchain })
    hastenPrecompiles(env.evm.precompiles)
  }
  const { journal, precompiles } = env.evm
  for (const address of precompiles.keys()) journal.addAlwaysWarmAddress(address)
  journal.addAlwaysWarmAddress(sender)
  const { execResult, createdAddress } = await env.evm.runCall({
    block: env.block,
    caller: new Address(bytesOf(sender)),
    data: bytesOf(code),
    value: 3n,
    gasLimit: gas,
    gasPrice: 9n,
    skipNonceIncrement: true,
  })
  await journal.cleanup()
  const { exceptionError, executionGasUsed, gasRefund, returnValue, logs = [], selfdestruct } = execResult
  const outcome = {
    error: exceptionError?.error === 'code store out of gas' ? 'out of gas' : exceptionError?.error,
    gas: executionGasUsed,
    refund: gasRefund ?? 0n,
    returned: hex(returnValue),
    logs: logs.map(([address, topics, data]) => [hex(address), topics.map(hex), hex(data)]),
    destroyed: [...(selfdestruct ?? [])].sort(),
    createdAddress: createdAddress?.toString(),
  }
  const root = hex(env.state.finish().root)
  return { outcome, root, nodes: recorder.state().map(hex), codes: recorder.codes().map(hex) }
}
