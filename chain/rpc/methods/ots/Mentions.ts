import type { Hex } from 'viem'
import type { SealedBlock } from '../../../../execute/index.ts'
import type { Backend } from '../../../Backend.ts'
import { toHex } from '../../../hex.ts'
import { type ParityTrace, parityTrace } from '../../../tracing/parityTrace.ts'
import type { TraceBudget } from '../../../tracing/TraceBudget.ts'
import { traceBlock } from '../../../tracing/traceBlock.ts'

/** Whom a transaction concerns: who calls, is called, pays, is paid, creates or is created. */
export type Mention = { index: number; addresses: ReadonlySet<Hex>; creations: { address: Hex; creator: Hex }[] }

export type Mentions = {
  /** Of each transaction of the block, in order. Errors: STATE_PRUNED, those of the budget. */
  of(block: SealedBlock, budget: TraceBudget): Promise<Mention[]>
}

/** Blocks whose mentions are remembered: they are found by running the block again. */
const mostBlocks = 8192
/** A transaction that used no more has run no code. */
const transferGas = 21_000n

const everyCall = parityTrace({ precompiles: true })

export function createMentions(backend: Backend): Mentions {
  const known = new Map<Hex, Mention[]>()

  async function find(block: SealedBlock, budget: TraceBudget): Promise<Mention[]> {
    if (block.receipts.every(({ gasUsed, to }) => gasUsed === transferGas && to !== undefined)) {
      return block.receipts.map(({ from, to }, index) => ({
        index,
        addresses: new Set([toHex(from), toHex(to!)]),
        creations: [],
      }))
    }
    const traces = (await traceBlock(backend, block, { create: everyCall, budget })) as ParityTrace[][]
    return traces.map((calls, index) => ({
      index,
      addresses: new Set(calls.flatMap(addressesOf)),
      creations: calls.flatMap(creationsOf),
    }))
  }

  return {
    async of(block, budget) {
      const key = toHex(block.hash)
      const before = known.get(key)
      if (before) return before
      const found = await find(block, budget)
      known.set(key, found)
      if (known.size > mostBlocks) known.delete(known.keys().next().value!)
      return found
    },
  }
}

function addressesOf({ action, result }: ParityTrace): Hex[] {
  const { from, to, address, refundAddress } = action
  return [from, to, address, refundAddress, result?.address].filter((one): one is Hex => one !== undefined)
}

function creationsOf({ type, action, result, error }: ParityTrace): Mention['creations'] {
  if (type !== 'create' || error !== undefined || result?.address === undefined) return []
  return [{ address: result.address, creator: action.from as Hex }]
}
