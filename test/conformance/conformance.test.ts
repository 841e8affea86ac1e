import { describe, expect, test } from 'vitest'
import { suiteFolder, suiteMissing } from './fixtures.ts'
import { notApplicable } from './notApplicable.ts'
import { runSuite } from './runSuite.ts'

describe.skipIf(suiteMissing)(`RPC conformance${suiteMissing && ` (skipped: ${suiteMissing})`}`, () => {
  test('every file of ethereum/execution-apis is answered as recorded', { timeout: 120_000 }, async () => {
    const results = await runSuite(suiteFolder)
    expect(results.length).toBeGreaterThan(200)
    expect(results.filter(({ departures }) => departures.length > 0)).toEqual([])
    const names = results.map(({ name }) => name)
    expect(Object.keys(notApplicable).filter((name) => !names.includes(name))).toEqual([])
  })
})
