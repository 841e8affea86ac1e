import { giveStateGas, stateGasOf } from './amsterdam/stateGas.ts'
import type { Execution } from './Execution.ts'
import { isKnownFrame, isObserved, type RunState } from './ethereumJs.ts'
import { Frame, type FrameInput } from './Frame.ts'
import type { FrameAccessList } from './FrameAccessList.ts'
import type { FrameJournal } from './FrameJournal.ts'
import type { FrameTransientStorage } from './FrameTransientStorage.ts'
import type { InstructionTable } from './instructionTable.ts'
import { Memory, memoryCost } from './Memory.ts'
import { type Outcome, returned, reverted, stopped } from './Outcome.ts'
import { precompilesByKey } from './precompilesByKey.ts'
import { runFrames, runFramesLater } from './runFrames.ts'
import type { SynchronousState } from './SynchronousState.ts'

const maxSafeGas = BigInt(Number.MAX_SAFE_INTEGER)

/**
 * Goes on with a frame of EthereumJS, and with those it calls, until an instruction that EthereumJS must execute itself:
 * so every exceptional halt of the frame, with its reason, is stock EthereumJS' own. Waits only if something it calls does.
 */
export function runAhead(runState: RunState, table: InstructionTable): void | Promise<void> {
  if (
    runState.gasLeft + runState.interpreter._evm.stateGasReservoir > maxSafeGas ||
    runState.env.eof !== undefined ||
    runState.eip7928PostTargetCallOog !== undefined ||
    isObserved(runState.interpreter._evm) ||
    !isKnownFrame(runState)
  )
    return
  const execution = executionOf(runState, table)
  const root = execution.frame
  const outcome = runFrames(execution, root)
  if (outcome !== undefined) return goBack(runState, execution, root, outcome)
  return runFramesLater(execution, root).then((later) => goBack(runState, execution, root, later))
}

function executionOf(runState: RunState, table: InstructionTable): Execution {
  const { env, interpreter, stateManager } = runState
  const { _evm: evm, _result: result } = interpreter
  return {
    evm,
    table,
    state: stateManager as unknown as SynchronousState,
    journal: evm.journal as unknown as FrameJournal,
    transientStorage: evm.transientStorage as unknown as FrameTransientStorage,
    accessList: evm.blockLevelAccessList as unknown as FrameAccessList | undefined,
    stateGas: stateGasOf(evm),
    environment: env,
    precompiles: precompilesByKey(evm.precompiles),
    interpreterClass: interpreter.constructor as Execution['interpreterClass'],
    constants: [],
    frame: frameOf(runState),
    output: runState.returnBytes,
    refund: Number(runState.gasRefund),
    logs: result.logs,
    destroyed: result.selfdestruct,
    created: result.createdAddresses ?? new Set(),
    answer: undefined,
    exception: undefined,
    tracing: undefined,
  }
}

function frameOf(runState: RunState): Frame {
  const { env, stack } = runState
  const input: FrameInput = {
    parent: undefined,
    isCreation: env.isCreate,
    address: env.address,
    caller: env.caller,
    value: env.callValue,
    data: env.callData,
    code: env.code,
    isStatic: env.isStatic,
    depth: env.depth,
    gas: Number(runState.gasLeft),
    outputAt: 0,
    outputSize: 0,
    refund: 0,
    logCount: 0,
    reservoir: 0,
    stateGasUsed: 0,
    charged: 0,
  }
  const size = Number(runState.memoryWordCount) * 32
  // EthereumJS prices memory before it grows.
  const bytes = runState.memory._store.length >= size ? runState.memory._store : grown(runState.memory._store, size)
  const frame = new Frame(input, new Memory(bytes, size))
  frame.stack = stack._store
  frame.top = stack._len
  frame.pc = runState.programCounter
  frame.returnData = runState.returnBytes
  frame.spilled = Number(runState.stateGasSpilled)
  return frame
}

function grown(bytes: Uint8Array, size: number): Uint8Array {
  const larger = new Uint8Array(size)
  larger.set(bytes)
  return larger
}

/** EthereumJS' frame as it is now. */
function goBack(runState: RunState, execution: Execution, frame: Frame, outcome: Outcome): void {
  const { memory } = frame
  runState.stack._len = frame.top
  runState.programCounter = frame.pc
  runState.gasLeft = BigInt(frame.gas)
  runState.gasRefund = BigInt(execution.refund)
  runState.memory._store = memory.bytes
  runState.memoryWordCount = BigInt(memory.size / 32)
  runState.highestMemCost = BigInt(memoryCost(memory.size))
  runState.returnBytes = frame.returnData
  runState.stateGasSpilled = BigInt(frame.spilled)
  giveStateGas(execution.evm, execution.stateGas)
  if (outcome === reverted) runState.interpreter.revert(execution.output)
  else if (outcome === returned || outcome === stopped) runState.interpreter.finish(execution.output)
}
