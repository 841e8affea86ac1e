import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { readTar } from './readTar.ts'
import { type BlockchainTest, runBlockchainTest } from './runBlockchainTest.ts'

/**
 * Runs the blockchain tests of ethereum/tests (GeneralStateTests as blocks) through `stateTransition`, each valid block
 * again from its witness alone. Prints each failure, then `N passed, N failed, N not applicable`.
 * Usage: jiti test/conformance/execute.ts [part of a file's name]
 */
const archive = new URL('../../../shared/fixtures/ethereum-tests/blockchain-tests-cancun.tar.gz', import.meta.url)
const [only = ''] = process.argv.slice(2)
const counts = { passed: 0, failed: 0, notApplicable: 0 }

if (!existsSync(archive)) {
  console.log(`Skipped: ${archive.pathname} is not there`)
  process.exit(0)
}

for (const { name, content } of readTar(gunzipSync(readFileSync(archive)))) {
  if (!name.endsWith('.json') || !name.includes(only)) continue
  const tests = JSON.parse(Buffer.from(content).toString()) as { [test: string]: BlockchainTest }
  for (const [test, definition] of Object.entries(tests)) {
    const failure = await runBlockchainTest(definition)
    if (failure === undefined) counts.passed++
    else if (failure === 'not applicable') counts.notApplicable++
    else {
      counts.failed++
      console.log(`${test}: ${failure}`)
    }
  }
}
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.notApplicable} not applicable`)
process.exitCode = counts.failed === 0 ? 0 : 1
