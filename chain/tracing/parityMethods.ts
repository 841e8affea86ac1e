import type { SealedBlock } from '../../execute/index.ts'
import type { Backend } from '../Backend.ts'
import { blockIdentifier, findBlock } from '../rpc/blockIdentifier.ts'
import { hash, list, Mismatch, type Parser, readParameters, text } from '../rpc/parameters.ts'
import type { RpcMethods } from '../rpc/router.ts'
import { type ParityTrace, parityTrace } from './parityTrace.ts'
import { createTraceBudget, type TraceBudget } from './TraceBudget.ts'
import { traceBlock } from './traceBlock.ts'
import { filterRange, matches, traceFilter } from './traceFilter.ts'

const every = parityTrace({ precompiles: true })
const withoutPrecompiles = parityTrace({ precompiles: false })

/** OpenEthereum's `trace_…`, as anvil serves them. */
export function createParityMethods(backend: Backend): RpcMethods {
  const { store, limits } = backend

  /** Of each transaction. Genesis has none, and cannot be traced. */
  async function tracesOf(block: SealedBlock, budget: TraceBudget, create = every): Promise<ParityTrace[][]> {
    if (block.block.transactions.length === 0) return []
    return (await traceBlock(backend, block, { create, budget })) as ParityTrace[][]
  }

  /** Blocks are traced only as far as the page that is asked for reaches. */
  async function find(filter: ReturnType<typeof traceFilter>, budget: TraceBudget): Promise<ParityTrace[]> {
    const { from, to } = filterRange(store, filter)
    const found: ParityTrace[] = []
    for (let number = from; number <= to && found.length < filter.after + filter.count; number++) {
      const block = store.blockByNumber(number)
      await budget.turn()
      if (block) found.push(...(await tracesOf(block, budget)).flat().filter((trace) => matches(trace, filter)))
    }
    return found.slice(filter.after, filter.after + filter.count)
  }

  return {
    async trace_transaction(params) {
      const location = store.transaction(readParameters(params, { hash }).hash)
      if (location === undefined) return []
      const { block, index } = location
      const budget = createTraceBudget(limits)
      const [traces] = await traceBlock(backend, block, { create: every, budget, first: index, last: index })
      return traces
    },

    async trace_block(params) {
      const block = findBlock(store, readParameters(params, { block: blockIdentifier }).block)
      return block ? (await tracesOf(block, createTraceBudget(limits))).flat() : []
    },

    async trace_filter(params) {
      return find(readParameters(params, { filter: traceFilter }).filter, createTraceBudget(limits))
    },

    async trace_replayBlockTransactions(params) {
      const { block } = readParameters(params, { block: blockIdentifier, kinds: list(onlyTrace) })
      const found = findBlock(store, block)
      return found && (await tracesOf(found, createTraceBudget(limits), withoutPrecompiles)).map(replayed)
    },
  }
}

const onlyTrace: Parser<'trace'> = (value) => {
  if (text(value) !== 'trace')
    throw new Mismatch('"trace"; stateDiff is what prestateTracer with diffMode answers', value)
  return 'trace'
}

function replayed(traces: ParityTrace[]) {
  const outermost = traces[0]
  return {
    output: outermost?.result?.output ?? outermost?.result?.code ?? '0x',
    stateDiff: null,
    trace: traces.map(({ blockHash, blockNumber, transactionHash, transactionPosition, ...call }) => call),
    vmTrace: null,
    transactionHash: outermost?.transactionHash,
  }
}
