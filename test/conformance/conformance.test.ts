import { describe, expect, test } from 'vitest'
import { executionApisMissing } from '../../execute/transition/gethChain.test-support.ts'
import { notApplicable } from './notApplicable.ts'
import { runSuite } from './runSuite.ts'

describe.skipIf(executionApisMissing)(
  `RPC conformance${executionApisMissing && ` (skipped: ${executionApisMissing})`}`,
  () => {
    test('every file of ethereum/execution-apis is answered as recorded', { timeout: 120_000 }, async () => {
      const results = await runSuite()
      expect(results.length).toBeGreaterThan(200)
      expect(results.filter(({ departures }) => departures.length > 0)).toEqual([])
      const names = results.map(({ name }) => name)
      expect(Object.keys(notApplicable).filter((name) => !names.includes(name))).toEqual([])
    })
  },
)
