import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { readTar } from './readTar.ts'
import { type BlockchainTest, runBlockchainTest } from './runBlockchainTest.ts'
import { readStatelessTests, runStatelessTest } from './statelessTests.ts'

/**
 * `npm run conformance:execute [-- part of a test's or file's name]`: the blockchain tests of ethereum/tests through
 * `stateTransition`, each valid block again from its witness alone; and, if NATIVEROLL_EEST names their folder, those of
 * execution-spec-tests in the same way, and the stateless ones. Prints each failure, then `N passed, N failed, N not applicable`
 * of each suite.
 */
const [only = ''] = process.argv.slice(2)
const archive = new URL('../../../shared/fixtures/ethereum-tests/blockchain-tests-cancun.tar.gz', import.meta.url)
const stateless = process.env.NATIVEROLL_EEST

/** Undefined, `not applicable`, or what is wrong. */
type Outcome = Promise<string | undefined>

async function report(suite: string, outcomes: Iterable<[name: string, run: () => Outcome]>): Promise<void> {
  const counts = { passed: 0, failed: 0, notApplicable: 0 }
  for (const [name, run] of outcomes) {
    const failure = await run()
    if (failure === undefined) counts.passed++
    else if (failure === 'not applicable') counts.notApplicable++
    else {
      counts.failed++
      console.log(`${name}: ${failure}`)
    }
  }
  console.log(`${suite}: ${counts.passed} passed, ${counts.failed} failed, ${counts.notApplicable} not applicable`)
  if (counts.failed > 0) process.exitCode = 1
}

function* blockchainTests(): Generator<[string, () => Outcome]> {
  for (const { name: file, content } of readTar(gunzipSync(readFileSync(archive)))) {
    if (!file.endsWith('.json')) continue
    const tests = JSON.parse(Buffer.from(content).toString()) as { [test: string]: BlockchainTest }
    for (const [name, test] of Object.entries(tests)) {
      if (file.includes(only) || name.includes(only)) yield [name, () => runBlockchainTest(test)]
    }
  }
}

/** Those of `blockchain_tests`, which have the chain itself. */
function* statefulTests(folder: string): Generator<[string, () => Outcome]> {
  for (const [name, test] of readStatelessTests(folder)) {
    if (name.includes(only) && 'genesisRLP' in test && 'pre' in test)
      yield [name, () => runBlockchainTest(test as unknown as BlockchainTest)]
  }
}

function* statelessTests(folder: string): Generator<[string, () => Outcome]> {
  for (const [name, test] of readStatelessTests(folder)) {
    if (name.includes(only)) yield [name, () => runStatelessTest(test)]
  }
}

if (existsSync(archive)) await report('ethereum/tests', blockchainTests())
else console.log(`ethereum/tests: skipped, ${archive.pathname} is not there`)
if (stateless) {
  if (!existsSync(stateless)) throw new Error(`NATIVEROLL_EEST names ${stateless}, which is not there`)
  await report('execution-spec-tests, stateless', statelessTests(stateless))
  await report('execution-spec-tests, block by block', statefulTests(stateless))
} else console.log('execution-spec-tests: skipped, NATIVEROLL_EEST names no folder with tests-zkevm fixtures')
