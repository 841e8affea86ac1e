import { Account } from '@ethereumjs/util'
import { giveStateGas, stateGasOf } from './amsterdam/stateGas.ts'
import type { Execution } from './Execution.ts'
import type { Ending } from './endFrame.ts'
import type { RunEnvironment } from './ethereumJs.ts'
import { type Frame, nothing } from './Frame.ts'
import { memoryCost } from './Memory.ts'
import { failed, returned, reverted } from './Outcome.ts'

/** Lets EthereumJS execute a frame from where it stands to its end. */
export async function handOver(execution: Execution, frame: Frame): Promise<Ending> {
  const { evm, interpreterClass: Interpreter, destroyed, logs } = execution
  const { memory } = frame
  const interpreter = new Interpreter(
    evm,
    evm.stateManager,
    evm.blockchain,
    environmentOf(execution, frame),
    BigInt(frame.gas),
    evm.journal,
  )
  const { _result: result, _runState: runState } = interpreter
  result.selfdestruct = new Map(destroyed)
  result.createdAddresses = runState.env.createdAddresses!
  runState.programCounter = frame.pc
  runState.stack._store = frame.stack
  runState.stack._len = frame.top
  runState.memory._store = memory.bytes
  runState.memoryWordCount = BigInt(memory.size / 32)
  runState.highestMemCost = BigInt(memoryCost(memory.size))
  runState.returnBytes = frame.returnData
  runState.stateGasSpilled = BigInt(frame.spilled)
  giveStateGas(evm, execution.stateGas)
  const { exceptionError } = await interpreter.run(frame.code)
  frame.gas = Number(runState.gasLeft)
  frame.spilled = Number(runState.stateGasSpilled)
  Object.assign(execution.stateGas, stateGasOf(evm))
  // EthereumJS has not told how much of it was written.
  memory.size = memory.bytes.length
  execution.output = result.returnValue ?? nothing
  if (exceptionError !== undefined) {
    execution.exception = exceptionError
    return exceptionError.error === 'revert' ? reverted : failed
  }
  execution.refund = Number(runState.gasRefund)
  for (const log of result.logs) logs.push(log)
  merge(execution, result.selfdestruct, result.createdAddresses)
  return returned
}

function environmentOf({ environment, state, refund, created }: Execution, { input }: Frame): RunEnvironment {
  const { address, caller, data, value, code, isStatic, isCreation, depth } = input
  const account = state.openAccount(address.bytes).current
  return {
    address,
    caller,
    callData: data,
    callValue: value,
    code,
    isStatic,
    isCreate: isCreation,
    depth,
    gasPrice: environment.gasPrice,
    origin: environment.origin,
    block: environment.block,
    contract: new Account(account?.nonce, account?.balance, account?.storageRoot, account?.codeHash),
    codeAddress: address,
    gasRefund: BigInt(refund),
    blobVersionedHashes: environment.blobVersionedHashes,
    createdAddresses: new Set(created),
  }
}

/** What the frame has destroyed and created is undone if a frame around it fails. */
function merge({ destroyed, created, journal }: Execution, nowDestroyed: Map<string, string>, nowCreated: Set<string>) {
  const before = new Map(destroyed)
  const createdBefore = new Set(created)
  for (const [address, beneficiary] of nowDestroyed) destroyed.set(address, beneficiary)
  for (const address of nowCreated) created.add(address)
  journal.onUndo(() => {
    for (const address of nowDestroyed.keys()) if (!before.has(address)) destroyed.delete(address)
    for (const [address, beneficiary] of before) destroyed.set(address, beneficiary)
    for (const address of nowCreated) if (!createdBefore.has(address)) created.delete(address)
  })
}
