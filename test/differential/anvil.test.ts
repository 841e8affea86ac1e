import fc from 'fast-check'
import type { Hex } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createChainRules, createGenesisState } from '../../execute/index.ts'
import { alloc, chainId, deployed } from './accounts.ts'
import { arbitraryScenario } from './arbitraryScenario.ts'
import { createAssembly } from './assembly.ts'
import { arbitraryPrecompileCall, type PrecompileCall } from './precompileInputs.ts'
import { runScenario } from './runScenario.ts'
import { type Anvil, startAnvil } from './startAnvil.ts'

/** Scenarios, of 9 transactions on average. NATIVEROLL_DIFFERENTIAL_RUNS=2000 looks further, _SEED repeats a run. */
const numRuns = Number(process.env.NATIVEROLL_DIFFERENTIAL_RUNS || 60)
const seed = process.env.NATIVEROLL_DIFFERENTIAL_SEED

let anvil: Anvil
beforeAll(async () => {
  anvil = await startAnvil({ chainId, timestamp: 1_700_000_000n, gasLimit: 30_000_000n, alloc })
})
afterAll(() => anvil?.stop())

/** Init code that returns `runtime`, which has at most 31 bytes. */
const deploying = (runtime: string): Hex =>
  `0x7f${runtime.padEnd(64, '0')}5f5260${(runtime.length / 2).toString(16).padStart(2, '0')}5ff3`

// Calls itself with all its gas (CALL, DELEGATECALL, what CREATE makes of the input, STATICCALL), then counts in slot 0.
const count = '5f546001015f55'
const recursions = [
  `5f5f5f5f5f305af150${count}`,
  `5f5f5f5f305af450${count}`,
  `${'365f5f3736'}5f5ff05f5f5f5f5f855af150${count}`,
  `5f5f5f5f305afa50${count}`,
].map(deploying)

test('calls go as deep as in revm', { timeout: 60_000 }, async () => {
  const start = { anvil, rules: createChainRules({ chainId, forks: { osaka: 0 } }), state: createGenesisState(alloc) }
  const calls = deployed.map((to, sender) => ({
    ...{ type: 2 as const, to, sender, value: 0n, gasLimit: 2n ** 24n, priorityFee: 1n },
    ...{ accessList: [], authorizations: [], data: deploying('00') },
  }))
  const compared = await runScenario({ contracts: recursions, blocks: calls.map((call) => [call]) }, start)
  for (const { ours, peer } of compared.blocks) expect(ours).toEqual(peer)
  expect(compared.state).toBeUndefined()
})

/** Init code that makes each of the calls with 400,000 gas and logs success, answer's hash and gas left of them. */
function callingAll(calls: PrecompileCall[]): Hex {
  const assembly = createAssembly()
  for (const { address, input } of calls) {
    assembly.load(input, 0)
    assembly.op(0x5f, 0x5f)
    assembly.push(BigInt(input.length))
    assembly.op(0x5f)
    assembly.push(address)
    assembly.push(400_000n)
    // success = STATICCALL; the answer to memory; LOG3 of it with the gas left, success and the hash of the answer as topics
    assembly.op(0xfa, 0x3d, 0x5f, 0x5f, 0x3e, 0x3d, 0x5f, 0x20, 0x90, 0x5a, 0x3d, 0x5f, 0xa3)
  }
  return `0x${Buffer.from(assembly.finish()).toString('hex')}`
}

test('precompiles answer what revm’s do', { timeout: 1_000 * numRuns + 30_000 }, async () => {
  const start = { anvil, rules: createChainRules({ chainId, forks: { osaka: 0 } }), state: createGenesisState(alloc) }
  const calls = fc.array(arbitraryPrecompileCall, { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(fc.array(calls, { minLength: 1, maxLength: 4 }), async (contracts) => {
      const compared = await runScenario({ contracts: contracts.map(callingAll), blocks: [] }, start)
      for (const { ours, peer } of compared.blocks) expect(ours).toEqual(peer)
      expect(compared.state).toBeUndefined()
    }),
    {
      numRuns: Math.ceil(numRuns / 3),
      ...(seed !== undefined && { seed: Number(seed) }),
      interruptAfterTimeLimit: 900 * numRuns + 20_000,
    },
  )
})

test('random transactions do here what they do in revm', { timeout: 1_000 * numRuns + 30_000 }, async () => {
  const start = { anvil, rules: createChainRules({ chainId, forks: { osaka: 0 } }), state: createGenesisState(alloc) }
  let scenarios = 0
  let transactions = 0
  await fc.assert(
    fc.asyncProperty(arbitraryScenario, async (scenario) => {
      const compared = await runScenario(scenario, start)
      for (const { ours, peer } of compared.blocks) expect(ours).toEqual(peer)
      expect(compared.state?.ours).toEqual(compared.state?.peer)
      expect(compared.state).toBeUndefined()
      scenarios++
      transactions += compared.transactions
    }),
    { numRuns, ...(seed !== undefined && { seed: Number(seed) }), interruptAfterTimeLimit: 900 * numRuns + 20_000 },
  )
  if (process.env.NATIVEROLL_DIFFERENTIAL_RUNS) console.log(`${transactions} transactions in ${scenarios} scenarios`)
})
