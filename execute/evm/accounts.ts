import { isDead } from '../state/accountCodec.ts'
import { pack } from '../trie/packed.ts'
import type { Execution } from './Execution.ts'
import type { Frame } from './Frame.ts'
import { endOf, maxMemory } from './Memory.ts'
import { failed, goOn, type Outcome, waiting } from './Outcome.ts'
import { bytesOfAddress, wordOf } from './words.ts'

export function balance(execution: Execution, frame: Frame): Outcome {
  const address = bytesOfAddress(frame.stack[frame.top - 1]!)
  const outcome = access(execution, frame, address)
  if (outcome !== goOn) return outcome
  frame.stack[frame.top - 1] = execution.state.openAccount(address).current?.balance ?? 0n
  return goOn
}

export function selfBalance({ state }: Execution, frame: Frame): Outcome {
  frame.stack[frame.top++] = frame.accountIn(state).current?.balance ?? 0n
  return goOn
}

export function extCodeSize(execution: Execution, frame: Frame): Outcome {
  const { state, table } = execution
  const address = bytesOfAddress(frame.stack[frame.top - 1]!)
  const outcome = access(execution, frame, address, table.frames!.codeRead)
  if (outcome !== goOn) return outcome
  frame.stack[frame.top - 1] = BigInt(state.codeOf(state.openAccount(address)).length)
  return goOn
}

export function extCodeHash(execution: Execution, frame: Frame): Outcome {
  const { state } = execution
  const address = bytesOfAddress(frame.stack[frame.top - 1]!)
  const outcome = access(execution, frame, address)
  if (outcome !== goOn) return outcome
  const { current } = state.openAccount(address)
  frame.stack[frame.top - 1] = current === undefined || isDead(current) ? 0n : wordOf(current.codeHash)
  return goOn
}

export function extCodeCopy(execution: Execution, frame: Frame): Outcome {
  const { state, table } = execution
  const { stack, top, memory } = frame
  const end = endOf(stack[top - 2]!, stack[top - 4]!)
  if (end > maxMemory) return memory.tooFar(frame.gas)
  const size = Number(stack[top - 4]!)
  const address = bytesOfAddress(stack[top - 1]!)
  const copying = memory.price(end) + Math.ceil(size / 32) * table.parameters.copy
  const outcome = access(execution, frame, address, copying + table.frames!.codeRead)
  if (outcome !== goOn) return outcome
  memory.expand(end)
  // EIP-7928: the account is looked at even if nothing of its code is wanted.
  if (size > 0 || execution.accessList !== undefined)
    memory.copy(end - size, state.codeOf(state.openAccount(address)), stack[top - 3]!, size)
  frame.top -= 4
  return goOn
}

/** Charges for looking at an account (EIP-2929), and `more`. */
function access(
  { table, state, journal, accessList }: Execution,
  frame: Frame,
  address: Uint8Array,
  more = 0,
): Outcome {
  const { coldAccount, warmAccount } = table.frames!
  if (state.isVirtual(address)) return waiting
  const key = pack(address)
  const gas = more + (journal.isWarm(key) ? warmAccount : coldAccount)
  if (frame.gas < gas) return failed
  frame.gas -= gas
  journal.warm(key)
  accessList?.touch(key)
  return goOn
}
