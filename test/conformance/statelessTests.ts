import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createChainRules, runStatelessGuest } from '../../execute/index.ts'
import { blobScheduleOf, forkScheduleOf, type TestConfig } from './chainOfTest.ts'
import { withPublicKeys } from './withPublicKeys.ts'

type Hex = `0x${string}`

/** What the stateless program is given for a block, and what it must answer. */
type StatelessCase = { statelessInputBytes?: Hex; statelessOutputBytes?: Hex }

/**
 * A blockchain test of execution-spec-tests, as the releases `tests-zkevm` of ethereum/execution-specs hold them: the blocks of
 * `blockchain_tests`, the payloads of `blockchain_tests_engine`.
 */
export type StatelessTest = {
  network: string
  config?: TestConfig
  blocks?: StatelessCase[]
  engineNewPayloads?: StatelessCase[]
}

/** The result has 43 bytes; releases before it ended with the chain's configuration. */
const OUTPUT_SIZE = 43

/** The tests in all `.json` files below the folder, file by file. Other formats (state tests, indices) are left out. */
export function* readStatelessTests(folder: string): Generator<[name: string, test: StatelessTest]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  for (const file of files.filter((path) => path.endsWith('.json')).sort()) {
    const content = parse(join(folder, file))
    if (typeof content !== 'object' || content === null) continue
    for (const [name, test] of Object.entries(content)) if (isBlockchainTest(test)) yield [name, test]
  }
}

/** Undefined if every block is answered as it must be, `not applicable` if none can be asked, else what went wrong. */
export async function runStatelessTest(test: StatelessTest): Promise<string | undefined> {
  const schedule = forkScheduleOf(test.network)
  const cases = (test.blocks ?? test.engineNewPayloads ?? []).flatMap(
    ({ statelessInputBytes: input, statelessOutputBytes: output }, index) =>
      input !== undefined && output !== undefined ? [{ index, input: toBytes(input), expected: toBytes(output) }] : [],
  )
  if (schedule === undefined || cases.length === 0) return 'not applicable'
  if (cases.some(({ expected }) => expected.length !== OUTPUT_SIZE)) return 'not applicable'
  const chain = { forks: schedule, blobSchedule: blobScheduleOf(test.config) }
  for (const { index, input, expected } of cases) {
    const whole = withPublicKeys(input, (chainId) => createChainRules({ chainId, ...chain }))
    const output = await runStatelessGuest(whole, chain)
    if (Buffer.compare(output, expected) === 0) continue
    return `block ${index}: expected ${toHex(expected)}, got ${toHex(output)}`
  }
  return undefined
}

function parse(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new Error(`${path} is not JSON: give the folder that holds the fixtures alone`, { cause })
  }
}

function isBlockchainTest(test: unknown): test is StatelessTest {
  return (
    typeof test === 'object' && test !== null && 'network' in test && ('blocks' in test || 'engineNewPayloads' in test)
  )
}

const toBytes = (hex: Hex) => new Uint8Array(Buffer.from(hex.slice(2), 'hex'))
const toHex = (bytes: Uint8Array): Hex => `0x${Buffer.from(bytes).toString('hex')}`
