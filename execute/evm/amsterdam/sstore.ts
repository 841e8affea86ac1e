import type { Execution } from '../Execution.ts'
import type { Frame } from '../Frame.ts'
import { failed, goOn, type Outcome, waiting } from '../Outcome.ts'
import { bytesOfWord, keyOfWord, wordOf } from '../words.ts'
import { canAfford, chargeStateGas, creditStateGas } from './stateGas.ts'

/** EIP-7928, EIP-8037, EIP-8038 */
export function sstore(execution: Execution, frame: Frame): Outcome {
  const { state, journal, accessList, table } = execution
  const { stack, top } = frame
  const { warmRead, coldSload, sentry, write, writeClearRefund, newSlotState } = table.storage!
  if (frame.isStatic) return failed
  const slotKey = keyOfWord(stack[top - 1]!)
  const value = stack[top - 2]!
  const warm = journal.isSlotWarm(frame.key, slotKey)
  let gas = warm ? warmRead : coldSload
  // Before the slot is read, so that a list has it only if it was.
  if (frame.gas < Math.max(gas, sentry + 1)) return failed
  const slot = state.openSlot(frame.accountIn(state), slotKey)
  const current = wordOf(slot.value)
  const original = wordOf(state.originOf(slot))
  accessList?.readSlot(frame.key, slotKey)

  let refund = 0
  let repayment = 0
  if (value !== current) {
    if (original === current) gas += write
    if (original !== 0n && value === 0n) refund += writeClearRefund
    if (original !== 0n && current === 0n) repayment = writeClearRefund
    if (original === value) refund += write
  }
  const grows = original === 0n && current === 0n && value !== 0n
  if (!canAfford(execution, frame, gas, grows ? newSlotState : 0)) return failed
  if (execution.refund < repayment) return waiting
  frame.gas -= gas
  if (grows) chargeStateGas(execution, frame, newSlotState)
  else if (original === 0n && current !== 0n && value === 0n) creditStateGas(execution, frame, newSlotState)
  execution.refund += refund - repayment
  if (!warm) journal.warmSlot(frame.key, slotKey)
  if (value !== current) state.writeSlot(slot, bytesOfWord(value))
  accessList?.writeSlot(frame.key, slotKey, value, original)
  frame.top -= 2
  return goOn
}
