import fc from 'fast-check'
import { type Hex, numberToHex } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  createChainRules,
  createGenesisState,
  hashHeader,
  type SealedBlock,
  type Tracer,
  traceTransactions,
} from '../../execute/index.ts'
import { alloc, chainId } from './accounts.ts'
import { arbitraryScenario } from './arbitraryScenario.ts'
import { runScenario, type Situation } from './runScenario.ts'
import { type Anvil, startAnvil } from './startAnvil.ts'

/** What go-ethereum's call tracer, which anvil has too, says of a call. */
type Call = {
  type: string
  from: Hex
  to?: Hex
  input: Hex
  value?: Hex
  gas: Hex
  gasUsed: Hex
  output?: Hex
  error?: string
  calls?: Call[]
}

/** NATIVEROLL_DIFFERENTIAL_RUNS=2000 looks further, _SEED repeats a run. */
const seed = process.env.NATIVEROLL_DIFFERENTIAL_SEED
const numRuns = Math.ceil(Number(process.env.NATIVEROLL_DIFFERENTIAL_RUNS || 60) / 6)

let anvil: Anvil
beforeAll(async () => {
  // With its history: it answers traces from there.
  anvil = await startAnvil({ chainId, timestamp: 1_700_000_000n, gasLimit: 30_000_000n, alloc }, [])
})
afterAll(() => anvil?.stop())

test('the calls of random transactions are those of revm', { timeout: 5_000 * numRuns + 30_000 }, async () => {
  const start = { anvil, rules: createChainRules({ chainId, forks: { osaka: 0 } }), state: createGenesisState(alloc) }
  await fc.assert(
    fc.asyncProperty(arbitraryScenario, async (scenario) => {
      await runScenario(scenario, start, async (block, situation) => {
        const theirs = situation.peer.receipts.map(({ transactionHash }) =>
          anvil.request<Call>('debug_traceTransaction', transactionHash, { tracer: 'callTracer' }),
        )
        const ours = await callsOf(block, situation)
        expect(ours.map(outermost)).toEqual((await Promise.all(theirs)).map(outermost))
      })
    }),
    { numRuns, ...(seed !== undefined && { seed: Number(seed) }), interruptAfterTimeLimit: 4_500 * numRuns + 20_000 },
  )
})

/** The outermost call of each transaction, with those inside. */
async function callsOf({ block }: SealedBlock, { rules, state, headers }: Situation): Promise<Call[]> {
  const calls: Call[] = []
  await traceTransactions({
    rules,
    parent: headers.at(-1)!,
    parentState: state,
    block,
    getBlockHash: (number) => headers[Number(number)] && hashHeader(headers[Number(number)]!),
    tracerFor: () => tracerOf(calls),
  })
  return calls
}

function tracerOf(roots: Call[]): Tracer {
  const open: Call[] = []
  const hex = (bytes: Uint8Array): Hex => `0x${Buffer.from(bytes).toString('hex')}`
  return {
    enter({ type, from, to, input, value, gas }) {
      const sent = { input: hex(input), value: numberToHex(value), gas: numberToHex(gas) }
      const call: Call = { type, from: hex(from), to: hex(to), ...sent, gasUsed: '0x0', calls: [] }
      const siblings = open.at(-1)?.calls ?? roots
      siblings.push(call)
      open.push(call)
    },
    exit({ output, gasUsed, error }) {
      const result = { gasUsed: numberToHex(gasUsed), output: hex(output) }
      Object.assign(open.pop()!, error === undefined ? result : { ...result, error })
    },
  }
}

/** There its gas used is the block's so far. */
function outermost(call: Call): object {
  return { ...comparable(call), gasUsed: undefined }
}

/** Each client has words of its own for errors. */
function comparable(call: Call): object {
  const { type, from, to, input, value, gas, gasUsed, output = '0x', error, calls = [] } = call
  // anvil does not know a contract that ends itself in favor of itself.
  if (type === 'SELFDESTRUCT') return { type }
  const failed = error !== undefined
  return {
    ...{ type, from, input, gas, gasUsed, failed, output },
    ...(!(type.startsWith('CREATE') && failed) && { to }),
    ...(type !== 'STATICCALL' && { value }),
    calls: calls.map(comparable),
  }
}
