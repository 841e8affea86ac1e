import { type EVM, EVMError, type EVMResult, type EVMRunCallOpts, type ExecResult } from '@ethereumjs/evm'
import { Address } from '@ethereumjs/util'
import { pack } from '../trie/packed.ts'
import type { Tracer } from '../types/Tracer.ts'
import { transferLog } from './amsterdam/etherLogs.ts'
import { giveStateGas, stateGasOf } from './amsterdam/stateGas.ts'
import { beginFrame } from './beginFrame.ts'
import { delegationSize, isDelegation } from './delegation.ts'
import type { Execution } from './Execution.ts'
import type { Ending } from './endFrame.ts'
import { type InterpreterClass, isObserved } from './ethereumJs.ts'
import { Frame, nothing } from './Frame.ts'
import type { FrameAccessList } from './FrameAccessList.ts'
import type { FrameJournal } from './FrameJournal.ts'
import type { FrameTransientStorage } from './FrameTransientStorage.ts'
import { keepFrame, presentOf, undoFrame } from './frameMarks.ts'
import { handOver } from './handOver.ts'
import type { InstructionTable } from './instructionTable.ts'
import { giveMemoryBack } from './Memory.ts'
import { moveEther } from './moveEther.ts'
import { failed, type Outcome, reverted, waiting } from './Outcome.ts'
import { observed } from './observed.ts'
import type { FramePrices } from './prices.ts'
import { runFrames, runFramesLater } from './runFrames.ts'
import type { SynchronousState } from './SynchronousState.ts'
import { Tracing } from './Tracing.ts'
import { traceFrames } from './traceFrames.ts'
import { maxWord } from './words.ts'

const callOpcode = 0xf1

/**
 * Executes the call of a code that a transaction or the system makes, as `EVM.runCall` does, in frames of our own;
 * undefined, and nothing done, if it is something else: a creation, a precompile, or nothing but a transfer.
 */
export function runMessage(
  evm: EVM,
  table: InstructionTable,
  interpreterClass: InterpreterClass,
  options: EVMRunCallOpts,
  tracer: Tracer | undefined,
): Promise<EVMResult> | undefined {
  const state = evm.stateManager as unknown as SynchronousState
  const journal = evm.journal as unknown as FrameJournal
  const { caller, to, value = 0n, data = nothing, block, gasLimit } = options
  if (table.frames === undefined || caller === undefined || to === undefined || block === undefined) return undefined
  if (gasLimit === undefined || gasLimit + evm.stateGasReservoir > BigInt(Number.MAX_SAFE_INTEGER)) return undefined
  if (!isPlain(options) || isObserved(evm)) return undefined
  if (state.isVirtual(to.bytes) || evm.precompiles.has(to.toString().slice(2))) return undefined
  const from = state.isVirtual(caller.bytes) ? undefined : state.openAccount(caller.bytes)
  const account = state.openAccount(to.bytes)
  const balance = from?.current?.balance ?? 0n
  if (balance < value || (account.current?.balance ?? 0n) + value > maxWord) return undefined
  const accessList = evm.blockLevelAccessList as unknown as FrameAccessList | undefined
  const delegate = table.frames.followsDelegations ? delegateOf(state.codeOf(account)) : undefined
  // EIP-8037 takes it as part of the call; before it was free.
  const following =
    delegate === undefined || accessList === undefined ? 0 : accessPrice(journal, table.frames, delegate)
  if (gasLimit < following) return undefined
  const code = state.codeOf(delegate === undefined ? account : state.openAccount(delegate.bytes))
  if (code.length === 0) return undefined

  const { gasPrice = 0n, origin = caller, blobVersionedHashes = [] } = options
  const tracing = tracer && new Tracing(tracer)
  tracing?.opens(callOpcode, to.bytes)
  const surroundings: Omit<Execution, 'frame'> = {
    evm,
    table: tracing === undefined ? table : observed(table),
    state,
    journal,
    transientStorage: evm.transientStorage as unknown as FrameTransientStorage,
    accessList,
    stateGas: stateGasOf(evm),
    environment: { origin, gasPrice, block, blobVersionedHashes },
    interpreterClass,
    constants: [],
    output: nothing,
    refund: 0,
    logs: [],
    destroyed: new Map(),
    created: new Set(),
    answer: undefined,
    exception: undefined,
    tracing,
  }
  const frame = new Frame({
    parent: undefined,
    isCreation: false,
    address: to,
    caller,
    value,
    data,
    code,
    isStatic: false,
    depth: 0,
    gas: Number(gasLimit),
    outputAt: 0,
    outputSize: 0,
    ...presentOf(surroundings),
    charged: 0,
  })
  if (delegate !== undefined) {
    journal.addAlwaysWarmAddress(delegate.toString())
    accessList?.touch(pack(delegate.bytes))
  }
  const execution: Execution = { ...surroundings, frame }
  frame.gas -= following
  beginFrame(execution, frame.input)
  journal.touch(pack(caller.bytes))
  journal.touch(frame.key)
  accessList?.touch(frame.key)
  if (value !== 0n) {
    moveEther(execution, from!, account, value)
    if (accessList !== undefined && from !== account) execution.logs.push(transferLog(caller.bytes, to.bytes, value))
  }
  return run(execution)
}

function delegateOf(code: Uint8Array): Address | undefined {
  return isDelegation(code) && code.length === delegationSize ? new Address(code.slice(3)) : undefined
}

function accessPrice(journal: FrameJournal, { warmAccount, coldAccount }: FramePrices, address: Address): number {
  return journal.isWarm(pack(address.bytes)) ? warmAccount : coldAccount
}

async function run(execution: Execution): Promise<EVMResult> {
  const { frame, transientStorage, tracing } = execution
  const { input } = frame
  const ending = await runRoot(execution, frame)
  giveMemoryBack(frame.memory)
  transientStorage.clear()
  const ends = ending === failed || ending === reverted
  const left = ending === failed ? 0 : ending === reverted ? frame.gas + frame.spilled : frame.gas
  const result: ExecResult = { returnValue: execution.output, executionGasUsed: BigInt(input.gas - left) }
  if (ends) undoFrame(execution, input)
  else keepFrame(execution)
  tracing?.exit(execution, input, ending, left)
  giveStateGas(execution.evm, execution.stateGas)
  if (ends) {
    const exceptionError = ending === failed ? execution.exception! : new EVMError(EVMError.errorMessages.REVERT)
    return { execResult: { ...result, exceptionError, gasRefund: 0n, logs: [] } }
  }
  const { refund, logs, destroyed, created } = execution
  const selfdestruct = destroyed as ExecResult['selfdestruct'] & object
  const createdAddresses = created as ExecResult['createdAddresses'] & object
  return { execResult: { ...result, gasRefund: BigInt(refund), logs, selfdestruct, createdAddresses } }
}

async function runRoot(execution: Execution, frame: Frame): Promise<Ending> {
  const { tracing } = execution
  if (tracing !== undefined) return traceFrames(execution, frame, tracing)
  const outcome: Outcome = runFrames(execution, frame) ?? (await runFramesLater(execution, frame))
  // EthereumJS says why it fails.
  return outcome === failed || outcome === waiting ? handOver(execution, frame) : (outcome as Ending)
}

/** What `runCall` can be asked for besides is left to it. */
function isPlain({ message, skipNonceIncrement, skipBalance, depth = 0, ...options }: EVMRunCallOpts): boolean {
  const { code, salt, isStatic, isCompiled, delegatecall, selfdestruct, createdAddresses, accessWitness } = options
  return (
    message === undefined &&
    skipNonceIncrement === true &&
    skipBalance !== true &&
    depth === 0 &&
    [code, salt, isStatic, isCompiled, delegatecall, selfdestruct, createdAddresses, accessWitness].every(
      (option) => option === undefined,
    )
  )
}
