import type { Hex } from 'viem'
import type { Tracer } from '../../execute/index.ts'
import { toHex } from '../hex.ts'

/** Accounts and slots that an execution looks at or writes. */
export type TouchedState = {
  hooks: Required<Pick<Tracer, 'enter' | 'access'>>
  touch(address: Uint8Array): void
  slotsByAddress: ReadonlyMap<Hex, ReadonlySet<Hex>>
}

export function createTouchedState(): TouchedState {
  const slotsByAddress = new Map<Hex, Set<Hex>>()

  function slotsOf(address: Hex): Set<Hex> {
    let slots = slotsByAddress.get(address)
    if (slots === undefined) {
      slots = new Set()
      slotsByAddress.set(address, slots)
    }
    return slots
  }

  return {
    hooks: {
      access(address, slot) {
        const slots = slotsOf(toHex(address))
        if (slot !== undefined) slots.add(toHex(slot))
      },
      enter: ({ to }) => void slotsOf(toHex(to)),
    },
    touch: (address) => void slotsOf(toHex(address)),
    slotsByAddress,
  }
}
