import type { Tracer } from '../types/Tracer.ts'
import { bytesOfAddress, bytesOfWord } from './words.ts'

/** Where on the stack, from its top, instructions have the account that they look at. */
const accountOperand: { [opcode: number]: number } = {
  // BALANCE, EXTCODESIZE, EXTCODECOPY, EXTCODEHASH, SELFDESTRUCT
  ...{ 49: 1, 59: 1, 60: 1, 63: 1, 255: 1 },
  // CALL, CALLCODE, DELEGATECALL, STATICCALL
  ...{ 241: 2, 242: 2, 244: 2, 250: 2 },
}
const sload = 0x54
const sstore = 0x55

/** Instructions that `reportAccess` knows. */
export const accessing: readonly number[] = [sload, sstore, ...Object.keys(accountOperand).map(Number)]

/** Tells of the account or the slot that an instruction is about to look at. `address` is the frame's, `top` the size of its stack. */
export function reportAccess(
  { access }: Tracer,
  opcode: number,
  { stack, top, address }: { stack: readonly bigint[]; top: number; address: Uint8Array },
): void {
  if (access === undefined) return
  const isSlot = opcode === sload || opcode === sstore
  const place = isSlot ? 1 : accountOperand[opcode]
  if (place === undefined || top < place) return
  const operand = stack[top - place]!
  if (isSlot) access(address, bytesOfWord(operand))
  else access(bytesOfAddress(operand))
}
