import { bigIntMax } from '@ethereumjs/util'
import type { SpecFrame } from './SpecFrame.ts'
import { prices, statePrices } from './specGas.ts'

function slotPrice({ self, call: { warmSlots } }: SpecFrame, key: bigint): bigint {
  return warmSlots.has(`${self}:${key}`) ? prices.warmAccess : prices.coldStorage
}

export function sload(frame: SpecFrame): void {
  const key = frame.pop()
  frame.meter.charge(slotPrice(frame, key))
  frame.call.warmSlots.add(`${frame.self}:${key}`)
  frame.push(frame.state.slot(frame.self, key))
}

/** EIP-8038 and EIP-8037; what may be read only after the price of access is there, by EIP-7928. */
export function sstore(frame: SpecFrame): void {
  frame.assertMayWrite()
  const { meter, state, self } = frame
  const [key, value] = [frame.pop(), frame.pop()]
  const access = slotPrice(frame, key)
  meter.check(bigIntMax(access, prices.callStipend + 1n))
  frame.call.warmSlots.add(`${self}:${key}`)
  const original = state.originalSlot(self, key)
  const current = state.slot(self, key)
  const isFirstChange = original === current && current !== value
  if (current !== value) {
    if (original !== 0n && current !== 0n && value === 0n) meter.refund += prices.storageClearRefund
    if (original !== 0n && current === 0n) meter.refund -= prices.storageClearRefund
    if (original === value) {
      meter.refund += prices.storageWrite
      if (original === 0n) meter.refillState(statePrices.newSlot)
    }
  }
  meter.charge(access + (isFirstChange ? prices.storageWrite : 0n))
  if (isFirstChange && original === 0n) meter.chargeState(statePrices.newSlot)
  state.setSlot(self, key, value)
}
