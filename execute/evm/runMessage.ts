import { type EVM, EVMError, type EVMResult, type EVMRunCallOpts, type ExecResult } from '@ethereumjs/evm'
import { Address } from '@ethereumjs/util'
import type { CachedAccount } from '../state/CachedAccount.ts'
import { pack } from '../trie/packed.ts'
import type { Tracer } from '../types/Tracer.ts'
import { delegationSize, isDelegation } from './delegation.ts'
import type { Execution } from './Execution.ts'
import type { Ending } from './endFrame.ts'
import { type InterpreterClass, isObserved } from './ethereumJs.ts'
import { Frame, nothing } from './Frame.ts'
import type { FrameJournal } from './FrameJournal.ts'
import type { FrameTransientStorage } from './FrameTransientStorage.ts'
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
  if (gasLimit === undefined || gasLimit > BigInt(Number.MAX_SAFE_INTEGER) || !isPlain(options) || isObserved(evm))
    return undefined
  if (state.isVirtual(to.bytes) || evm.precompiles.has(to.toString().slice(2))) return undefined
  const from = state.isVirtual(caller.bytes) ? undefined : state.openAccount(caller.bytes)
  const account = state.openAccount(to.bytes)
  const balance = from?.current?.balance ?? 0n
  if (balance < value || (account.current?.balance ?? 0n) + value > maxWord) return undefined
  const code = codeFor(state, journal, table.frames, account)
  if (code.length === 0) return undefined

  const transientStorage = evm.transientStorage as unknown as FrameTransientStorage
  journal.beginFrame()
  transientStorage.checkpoint()
  journal.touch(pack(caller.bytes))
  journal.touch(pack(to.bytes))
  if (value !== 0n) moveEther(state, from!, account, value)
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
    refund: 0,
    logCount: 0,
  })
  const tracing = tracer && new Tracing(tracer)
  tracing?.opens(callOpcode, to.bytes)
  const { gasPrice = 0n, origin = caller, blobVersionedHashes = [] } = options
  return run({
    evm,
    table: tracing === undefined ? table : observed(table),
    state,
    journal,
    transientStorage,
    environment: { origin, gasPrice, block, blobVersionedHashes },
    interpreterClass,
    constants: [],
    frame,
    output: nothing,
    refund: 0,
    logs: [],
    destroyed: new Map(),
    created: new Set(),
    answer: undefined,
    exception: undefined,
    tracing,
  })
}

/** The code that a call of the account runs: EIP-7702 makes the delegate's warm for it. */
function codeFor(state: SynchronousState, journal: FrameJournal, prices: FramePrices, account: CachedAccount) {
  const code = state.codeOf(account)
  if (!prices.followsDelegations || !isDelegation(code) || code.length !== delegationSize) return code
  const delegate = new Address(code.slice(3))
  journal.addAlwaysWarmAddress(delegate.toString())
  return state.codeOf(state.openAccount(delegate.bytes))
}

async function run(execution: Execution): Promise<EVMResult> {
  const { frame, journal, transientStorage, tracing } = execution
  const gasLimit = frame.gas
  tracing?.enter(execution, frame.input)
  const ending = await runRoot(execution, frame)
  giveMemoryBack(frame.memory)
  tracing?.exit(execution, frame.input, ending, frame.gas)
  transientStorage.clear()
  const result: ExecResult = {
    returnValue: execution.output,
    executionGasUsed: BigInt(gasLimit - (ending === failed ? 0 : frame.gas)),
  }
  if (ending === failed || ending === reverted) {
    journal.undoFrame()
    transientStorage.revert()
    const exceptionError = ending === failed ? execution.exception! : new EVMError(EVMError.errorMessages.REVERT)
    return { execResult: { ...result, exceptionError, gasRefund: 0n, logs: [] } }
  }
  journal.keepFrame()
  transientStorage.commit()
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
