import type { Execution } from './Execution.ts'
import type { Frame } from './Frame.ts'
import { failed, goOn, type Outcome, waiting } from './Outcome.ts'
import type { StoragePrices } from './prices.ts'
import { bytesOfWord, keyOfWord, wordOf } from './words.ts'

/** EIP-2929 */
export function sload({ table, state, journal, accessList }: Execution, frame: Frame): Outcome {
  const { coldSload, warmRead } = table.storage!
  const slotKey = keyOfWord(frame.stack[frame.top - 1]!)
  const warm = journal.isSlotWarm(frame.key, slotKey)
  const gas = warm ? warmRead : coldSload
  if (frame.gas < gas) return failed
  frame.gas -= gas
  if (!warm) journal.warmSlot(frame.key, slotKey)
  accessList?.readSlot(frame.key, slotKey)
  frame.stack[frame.top - 1] = wordOf(state.openSlot(frame.accountIn(state), slotKey).value)
  return goOn
}

/** EIP-2200, EIP-2929, EIP-3529 */
export function sstore(execution: Execution, frame: Frame): Outcome {
  const { state, journal } = execution
  const { stack, top } = frame
  const prices = execution.table.storage!
  if (frame.isStatic) return failed
  const slotKey = keyOfWord(stack[top - 1]!)
  const value = stack[top - 2]!
  // Read even if the gas turns out not to suffice, as EthereumJS does: a witness holds it then.
  const slot = state.openSlot(frame.accountIn(state), slotKey)
  const current = wordOf(slot.value)
  const original = wordOf(state.originOf(slot))
  if (frame.gas <= prices.sentry) return failed
  const warm = journal.isSlotWarm(frame.key, slotKey)
  // What was written in this transaction is warm.
  if (!warm && current !== original) return waiting
  const { cost, refund, repayment } = writeCost(prices, { current, original, value, warm })
  const gas = warm ? cost : cost + prices.coldSload
  if (frame.gas < gas) return failed
  if (execution.refund < repayment) return waiting
  frame.gas -= gas
  execution.refund += refund - repayment
  if (!warm) journal.warmSlot(frame.key, slotKey)
  if (value !== current) state.writeSlot(slot, bytesOfWord(value))
  frame.top -= 2
  return goOn
}

type Write = { current: bigint; original: bigint; value: bigint; warm: boolean }

/** EIP-2200 as EIP-2929 changes it; a refund given earlier may have to be repaid. */
function writeCost(prices: StoragePrices, { current, original, value, warm }: Write) {
  if (current === value) return { cost: warm ? prices.warmRead : prices.noop, refund: 0, repayment: 0 }
  if (original === current) {
    if (original === 0n) return { cost: prices.init, refund: 0, repayment: 0 }
    return { cost: prices.clean, refund: value === 0n ? prices.clearRefund : 0, repayment: 0 }
  }
  let refund = 0
  if (original === value) refund += original === 0n ? prices.initRefund : prices.cleanRefund
  if (original === 0n) return { cost: prices.dirty, refund, repayment: 0 }
  if (current === 0n) return { cost: prices.dirty, refund, repayment: prices.clearRefund }
  if (value === 0n) refund += prices.clearRefund
  return { cost: prices.dirty, refund, repayment: 0 }
}

/** EIP-1153 */
export function tload({ transientStorage }: Execution, frame: Frame): Outcome {
  const { stack, top } = frame
  stack[top - 1] = transientStorage.load(frame.key, keyOfWord(stack[top - 1]!))
  return goOn
}

export function tstore({ transientStorage }: Execution, frame: Frame): Outcome {
  if (frame.isStatic) return failed
  const { stack, top } = frame
  transientStorage.store(frame.key, keyOfWord(stack[top - 1]!), stack[top - 2]!)
  frame.top -= 2
  return goOn
}
