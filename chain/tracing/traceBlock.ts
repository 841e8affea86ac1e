import { type SealedBlock, type TransactionResult, traceTransactions } from '../../execute/index.ts'
import type { Backend } from '../Backend.ts'
import { toHex } from '../hex.ts'
import { RpcError, rpcCodes } from '../rpc/RpcError.ts'
import type { TraceBudget } from './TraceBudget.ts'
import type { CreateRecorder, TraceRecorder } from './TraceRecorder.ts'
import { subjectOf } from './traceSubject.ts'

export type TraceBlockOptions = {
  create: CreateRecorder
  budget: TraceBudget
  /** Indices of the transactions that are traced, both included. @default the first and the last */
  first?: number
  last?: number
}

/**
 * Runs a block's transactions again and resolves with what the recorder of each has to tell.
 * Errors: -32000 for genesis, STATE_PRUNED, those of the budget.
 */
export async function traceBlock(
  backend: Backend,
  sealed: SealedBlock,
  { create, budget, first = 0, last }: TraceBlockOptions,
): Promise<unknown[]> {
  const { block } = sealed
  const { store } = backend
  const parent = store.blockByHash(toHex(block.header.parentHash))
  if (parent === undefined) throw new RpcError(rpcCodes.invalidInput, 'genesis is not traceable')
  const recorders: TraceRecorder[] = []
  const outcomes: TransactionResult[] = await traceTransactions({
    rules: backend.rules,
    parent: parent.block.header,
    parentState: store.parentState(sealed),
    block,
    ...store.history(parent),
    precompiles: backend.precompiles,
    ...(last !== undefined && { upTo: last }),
    tracerFor(index, transaction) {
      // Nobody watches those before; they give others their turn all the same.
      if (index < first) return budget.timed({})
      const place = { block: sealed, index }
      const recorder = create({ ...subjectOf(backend, transaction, block.header), place, charge: budget.charge })
      recorders.push(recorder)
      return budget.timed(recorder.hooks)
    },
  })
  return recorders.map((recorder, index) => recorder.result(outcomes[first + index]!))
}
