import { balance, extCodeCopy, extCodeHash, extCodeSize, selfBalance } from './accounts.ts'
import { selfDestruct as selfDestructKeepingEther } from './amsterdam/selfDestruct.ts'
import { sstore as sstoreByState } from './amsterdam/sstore.ts'
import { dupN, exchange, swapN } from './amsterdam/stack.ts'
import { call } from './call.ts'
import { create } from './create.ts'
import { blobHash, blockHash, environmentConstant } from './environment.ts'
import type { Instruction } from './instructionTable.ts'
import { log } from './log.ts'
import { selfDestruct } from './selfDestruct.ts'
import { sload, sstore, tload, tstore } from './storage.ts'

/** Instructions outside the loop by opcode. */
type Instructions = ReadonlyMap<number, OutsideInstruction>

export type OutsideInstruction = {
  /** Words taken from the stack. */
  takes: number
  execute: Instruction
  /** Also the constant part of the gas, because it looks at the state before it charges any. */
  chargesAll?: true
}

export const plainInstructions: Instructions = new Map([
  ...[0x32, 0x3a, 0x41, 0x42, 0x43, 0x44, 0x45, 0x46, 0x48, 0x4a, 0x4b].map(
    (opcode) => [opcode, { takes: 0, execute: environmentConstant }] as const,
  ),
  [0x40, { takes: 1, execute: blockHash }],
  [0x49, { takes: 1, execute: blobHash }],
  ...[0, 1, 2, 3, 4].map((topics) => [0xa0 + topics, { takes: topics + 2, execute: log }] as const),
])

export const storageInstructions: Instructions = new Map([
  [0x54, { takes: 1, execute: sload }],
  [0x55, { takes: 2, execute: sstore }],
  [0x5c, { takes: 1, execute: tload }],
  [0x5d, { takes: 2, execute: tstore }],
])

export const accountInstructions: Instructions = new Map([
  [0x31, { takes: 1, execute: balance }],
  [0x3b, { takes: 1, execute: extCodeSize }],
  [0x3c, { takes: 4, execute: extCodeCopy }],
  [0x3f, { takes: 1, execute: extCodeHash }],
  [0x47, { takes: 0, execute: selfBalance }],
])

export const callInstructions: Instructions = new Map<number, OutsideInstruction>([
  [0xf0, { takes: 3, execute: create }],
  [0xf1, { takes: 7, execute: call }],
  [0xf2, { takes: 7, execute: call }],
  [0xf4, { takes: 6, execute: call }],
  [0xf5, { takes: 4, execute: create }],
  [0xfa, { takes: 6, execute: call }],
  [0xff, { takes: 1, execute: selfDestruct, chargesAll: true }],
])

/** Since Amsterdam, in place of others or new. */
export const amsterdamInstructions: Instructions = new Map<number, OutsideInstruction>([
  [0x55, { takes: 2, execute: sstoreByState }],
  [0xe6, { takes: 0, execute: dupN }],
  [0xe7, { takes: 0, execute: swapN }],
  [0xe8, { takes: 0, execute: exchange }],
  [0xff, { takes: 1, execute: selfDestructKeepingEther, chargesAll: true }],
])
