import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createChainRules, createGenesisState } from '../../execute/index.ts'
import { alloc, chainId } from './accounts.ts'
import { arbitraryScenario } from './arbitraryScenario.ts'
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

test('random transactions do here what they do in revm', { timeout: 1_000 * numRuns + 30_000 }, async () => {
  const start = { anvil, rules: createChainRules({ chainId, forks: { osaka: 0 } }), state: createGenesisState(alloc) }
  let transactions = 0
  await fc.assert(
    fc.asyncProperty(arbitraryScenario, async (scenario) => {
      const compared = await runScenario(scenario, start)
      for (const { ours, peer } of compared.blocks) expect(ours).toEqual(peer)
      expect(compared.state?.ours).toEqual(compared.state?.peer)
      expect(compared.state).toBeUndefined()
      transactions += compared.transactions
    }),
    { numRuns, ...(seed !== undefined && { seed: Number(seed) }), interruptAfterTimeLimit: 900 * numRuns + 20_000 },
  )
  if (process.env.NATIVEROLL_DIFFERENTIAL_RUNS) console.log(`${transactions} transactions in ${numRuns} scenarios`)
})
