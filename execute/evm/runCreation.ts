import type { EVM, EVMResult } from '@ethereumjs/evm'
import { isDead } from '../state/accountCodec.ts'
import { pack } from '../trie/packed.ts'
import { addressOfCreated } from './addressOfCreated.ts'
import { transferLog } from './amsterdam/etherLogs.ts'
import { canAfford, chargeStateGas } from './amsterdam/stateGas.ts'
import { becomeContract, isTaken } from './becomeContract.ts'
import { beginFrame } from './beginFrame.ts'
import { createExecution, type MessageRequest } from './createExecution.ts'
import type { Execution } from './Execution.ts'
import { isObserved } from './ethereumJs.ts'
import { Frame, nothing } from './Frame.ts'
import { presentOf } from './frameMarks.ts'
import { isPlain } from './isPlain.ts'
import { moveEther } from './moveEther.ts'
import { runRoot } from './runRoot.ts'
import type { SynchronousState } from './SynchronousState.ts'
import { maxWord } from './words.ts'

const createOpcode = 0xf0

/**
 * Executes the creation that a transaction asks for, as `EVM.runCall` does, in frames of our own; undefined, and nothing
 * done, if it executes no code, or cannot pay for the account (EIP-8037).
 */
export function runCreation(evm: EVM, request: MessageRequest): Promise<EVMResult> | undefined {
  const { table, options } = request
  const { caller, to, value = 0n, data: code = nothing, block, gasLimit } = options
  if (table.frames === undefined) return undefined
  if (caller === undefined || to !== undefined || block === undefined || !isPlain(options) || isObserved(evm))
    return undefined
  if (gasLimit === undefined || gasLimit + evm.stateGasReservoir > BigInt(Number.MAX_SAFE_INTEGER)) return undefined
  if (code.length === 0 || code.length > table.frames.maxInitCodeSize) return undefined
  const state = evm.stateManager as unknown as SynchronousState
  if (state.isVirtual(caller.bytes)) return undefined
  const from = state.openAccount(caller.bytes)
  const { nonce, balance } = from.current ?? { nonce: 0n, balance: 0n }
  // The transaction has raised it already.
  if (nonce === 0n || balance < value) return undefined
  const address = addressOfCreated(caller.bytes, nonce - 1n, undefined, code)
  const account = state.openAccount(address.bytes)
  if (isTaken(account) || (account.current?.balance ?? 0n) + value > maxWord) return undefined

  const surroundings = createExecution(evm, request)
  surroundings.tracing?.opens(createOpcode, address.bytes)
  const frame = new Frame({
    parent: undefined,
    isCreation: true,
    address,
    caller,
    value,
    data: nothing,
    code,
    isStatic: false,
    depth: 0,
    gas: Number(gasLimit),
    outputAt: 0,
    outputSize: 0,
    ...presentOf(surroundings),
    charged: 0,
  })
  const execution: Execution = { ...surroundings, frame }
  const { journal, accessList } = execution
  const charged = isDead(account.current) ? table.frames.newAccountState : 0
  if (!canAfford(execution, frame, 0, charged)) return undefined
  journal.addWarmedAddress(address.bytes)
  beginFrame(execution, frame.input)
  journal.touch(pack(caller.bytes))
  journal.touch(frame.key)
  chargeStateGas(execution, frame, charged)
  becomeContract(execution, address, account)
  accessList?.changeNonce(frame.key, 1n)
  if (value !== 0n) {
    moveEther(execution, from, account, value)
    if (accessList !== undefined) execution.logs.push(transferLog(caller.bytes, address.bytes, value))
  }
  return runRoot(execution).then((result) => ({ ...result, createdAddress: address }))
}
