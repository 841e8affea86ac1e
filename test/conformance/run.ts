import { executionApisMissing } from '../../execute/transition/gethChain.test-support.ts'
import { runSuite } from './runSuite.ts'

/** Answers to show of one file: the first few tell what is wrong. */
const shown = 5

/** `npm run conformance [-- eth_simulateV1]`: what differs, file by file, and the count. */
async function main([filter = '']: string[]): Promise<void> {
  if (executionApisMissing) {
    console.log(`skipped: ${executionApisMissing}`)
    return
  }
  const results = await runSuite()
  for (const { name, reason, departures } of results.filter((result) => result.name.includes(filter))) {
    if (reason) console.log(`not applicable: ${name}: ${reason}`)
    if (departures.length === 0) continue
    console.log(`FAILED ${name}`)
    for (const departure of departures.slice(0, shown)) console.log(`  ${departure}`)
    if (departures.length > shown) console.log(`  and ${departures.length - shown} more`)
  }
  const skipped = results.filter(({ reason }) => reason).length
  const failed = results.filter(({ departures }) => departures.length > 0).length
  console.log(`${results.length - failed - skipped} passed, ${failed} failed, ${skipped} not applicable`)
  if (failed > 0) process.exitCode = 1
}

await main(process.argv.slice(2))
