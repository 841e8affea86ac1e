import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scenarios, start } from './amsterdamScenarios.ts'
import { runAmsterdamScenario } from './runAmsterdamScenario.ts'

/** Scenarios, of 9 transactions on average. NATIVEROLL_DIFFERENTIAL_RUNS=2000 looks further, _SEED repeats a run. */
const numRuns = Number(process.env.NATIVEROLL_DIFFERENTIAL_RUNS || 25)
const seed = process.env.NATIVEROLL_DIFFERENTIAL_SEED

test('random transactions do what Amsterdam’s specification says', { timeout: 2_000 * numRuns + 30_000 }, async () => {
  let transactions = 0
  await fc.assert(
    fc.asyncProperty(scenarios, async (scenario) => {
      const compared = await runAmsterdamScenario(scenario, start)
      for (const { ours, reference } of compared.blocks) expect(ours).toEqual(reference)
      transactions += compared.transactions
    }),
    { numRuns, ...(seed !== undefined && { seed: Number(seed) }), interruptAfterTimeLimit: 1_800 * numRuns + 20_000 },
  )
  if (process.env.NATIVEROLL_DIFFERENTIAL_RUNS) console.log(`${transactions} transactions`)
})
