import { balance, extCodeCopy, extCodeHash, extCodeSize, selfBalance } from './accounts.ts'
import { call } from './call.ts'
import { create } from './create.ts'
import { blobHash, blockHash, environmentConstant } from './environment.ts'
import type { Instruction } from './instructionTable.ts'
import { log } from './log.ts'
import { selfDestruct } from './selfDestruct.ts'
import { sload, sstore, tload, tstore } from './storage.ts'

/** Instructions outside the loop by opcode, with the words that each takes from the stack. */
type Instructions = { [opcode: number]: { takes: number; execute: Instruction } }

export const plainInstructions: Instructions = {
  ...Object.fromEntries(
    [0x32, 0x3a, 0x41, 0x42, 0x43, 0x44, 0x45, 0x46, 0x48, 0x4a].map((opcode) => [
      opcode,
      { takes: 0, execute: environmentConstant },
    ]),
  ),
  64: { takes: 1, execute: blockHash },
  73: { takes: 1, execute: blobHash },
  ...Object.fromEntries([0, 1, 2, 3, 4].map((topics) => [0xa0 + topics, { takes: topics + 2, execute: log }])),
}

export const storageInstructions: Instructions = {
  84: { takes: 1, execute: sload },
  85: { takes: 2, execute: sstore },
  92: { takes: 1, execute: tload },
  93: { takes: 2, execute: tstore },
}

export const accountInstructions: Instructions = {
  49: { takes: 1, execute: balance },
  59: { takes: 1, execute: extCodeSize },
  60: { takes: 4, execute: extCodeCopy },
  63: { takes: 1, execute: extCodeHash },
  71: { takes: 0, execute: selfBalance },
}

export const callInstructions: Instructions = {
  240: { takes: 3, execute: create },
  241: { takes: 7, execute: call },
  242: { takes: 7, execute: call },
  244: { takes: 6, execute: call },
  245: { takes: 4, execute: create },
  250: { takes: 6, execute: call },
  255: { takes: 1, execute: selfDestruct },
}
