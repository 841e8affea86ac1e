import type { Hex } from 'viem'
import type { Tracer, TraceStep } from '../../execute/index.ts'
import { toHex, toWord } from '../hex.ts'

/** Accounts and slots that an execution looks at or writes. */
export type TouchedState = {
  hooks: Required<Pick<Tracer, 'enter' | 'step'>>
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

  function step({ name, stack, address }: TraceStep): void {
    const operand = (fromTop: number) => stack[stack.length - 1 - fromTop]
    switch (name) {
      case 'SLOAD':
      case 'SSTORE': {
        const slot = operand(0)
        if (slot !== undefined) slotsOf(toHex(address)).add(toWord(slot))
        return
      }
      case 'BALANCE':
      case 'EXTCODECOPY':
      case 'EXTCODEHASH':
      case 'EXTCODESIZE':
      case 'SELFDESTRUCT':
        touchOperand(operand(0))
        return
      case 'CALL':
      case 'CALLCODE':
      case 'DELEGATECALL':
      case 'STATICCALL':
        touchOperand(operand(1))
    }
  }

  function touchOperand(value: bigint | undefined): void {
    if (value !== undefined) slotsOf(`0x${toWord(value).slice(-40)}`)
  }

  return {
    hooks: {
      step,
      enter: ({ to }) => void slotsOf(toHex(to)),
    },
    touch: (address) => void slotsOf(toHex(address)),
    slotsByAddress,
  }
}
