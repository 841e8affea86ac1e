import type { EVM, EVMResult } from '@ethereumjs/evm'
import { Address } from '@ethereumjs/util'
import { pack } from '../trie/packed.ts'
import { transferLog } from './amsterdam/etherLogs.ts'
import { beginFrame } from './beginFrame.ts'
import { createExecution, type MessageRequest } from './createExecution.ts'
import { isDelegation } from './delegation.ts'
import type { Execution } from './Execution.ts'
import { isObserved } from './ethereumJs.ts'
import { Frame, nothing } from './Frame.ts'
import type { FrameJournal } from './FrameJournal.ts'
import { presentOf } from './frameMarks.ts'
import { isPlain } from './isPlain.ts'
import { moveEther } from './moveEther.ts'
import type { FramePrices } from './prices.ts'
import { runRoot } from './runRoot.ts'
import { runTransfer } from './runTransfer.ts'
import type { SynchronousState } from './SynchronousState.ts'
import { maxWord } from './words.ts'

const callOpcode = 0xf1

/**
 * Executes the call that a transaction or the system makes, as `EVM.runCall` does, in frames of our own; undefined, and
 * nothing done, if it is something else: a creation, or a precompile.
 */
export function runMessage(evm: EVM, request: MessageRequest): Promise<EVMResult> | undefined {
  const { table, options } = request
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
  const delegate = table.frames.followsDelegations ? delegateOf(state.codeOf(account)) : undefined
  // EIP-8037 takes it as part of the call; before it was free.
  const following =
    delegate === undefined || !table.common.isActivatedEIP(8037) ? 0 : accessPrice(journal, table.frames, delegate)
  if (gasLimit < following) return undefined
  const code = state.codeOf(delegate === undefined ? account : state.openAccount(delegate.bytes))
  if (code.length === 0) return runTransfer(evm, request, { from, account, delegate, following })

  const surroundings = createExecution(evm, request)
  const { accessList } = surroundings
  surroundings.tracing?.opens(callOpcode, to.bytes)
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
  return runRoot(execution)
}

function delegateOf(code: Uint8Array): Address | undefined {
  return isDelegation(code) ? new Address(code.slice(3)) : undefined
}

function accessPrice(journal: FrameJournal, { warmAccount, coldAccount }: FramePrices, address: Address): number {
  return journal.isWarm(pack(address.bytes)) ? warmAccount : coldAccount
}
