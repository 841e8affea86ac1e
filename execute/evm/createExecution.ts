import type { EVM, EVMRunCallOpts } from '@ethereumjs/evm'
import type { Tracer } from '../types/Tracer.ts'
import { stateGasOf } from './amsterdam/stateGas.ts'
import type { Execution } from './Execution.ts'
import type { InterpreterClass } from './ethereumJs.ts'
import { nothing } from './Frame.ts'
import type { FrameAccessList } from './FrameAccessList.ts'
import type { FrameJournal } from './FrameJournal.ts'
import type { FrameTransientStorage } from './FrameTransientStorage.ts'
import type { InstructionTable } from './instructionTable.ts'
import { observed } from './observed.ts'
import { precompilesByKey } from './precompilesByKey.ts'
import type { SynchronousState } from './SynchronousState.ts'
import { Tracing } from './Tracing.ts'

/** What `EVM.runCall` is asked for, in frames of our own. */
export type MessageRequest = {
  table: InstructionTable
  interpreterClass: InterpreterClass
  options: EVMRunCallOpts
  tracer: Tracer | undefined
}

/** What the frames of a transaction begin with. */
export function createExecution(
  evm: EVM,
  { table, interpreterClass, options, tracer }: MessageRequest,
): Omit<Execution, 'frame'> {
  const { caller, block, gasPrice = 0n, origin = caller!, blobVersionedHashes = [] } = options
  return {
    evm,
    table: tracer === undefined ? table : observed(table),
    state: evm.stateManager as unknown as SynchronousState,
    journal: evm.journal as unknown as FrameJournal,
    transientStorage: evm.transientStorage as unknown as FrameTransientStorage,
    accessList: evm.blockLevelAccessList as unknown as FrameAccessList | undefined,
    stateGas: stateGasOf(evm),
    environment: { origin, gasPrice, block, blobVersionedHashes },
    precompiles: precompilesByKey(evm.precompiles),
    interpreterClass,
    constants: [],
    output: nothing,
    refund: 0,
    logs: [],
    destroyed: new Map(),
    created: new Set(),
    answer: undefined,
    exception: undefined,
    tracing: tracer && new Tracing(tracer),
  }
}
