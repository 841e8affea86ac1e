import type { Common } from '@ethereumjs/common'
import { EVM, type EVMOpts, getOpcodesForHF, NobleBN254 } from '@ethereumjs/evm'
import { withRunningAhead } from '../evm/withRunningAhead.ts'

const instructionsOf = new WeakMap<Common, ReturnType<typeof getOpcodesForHF>>()

/**
 * EthereumJS' EVM, which computes its table of instructions once per fork instead of once per block and call: that is
 * most of what it costs to make one. In its table each instruction is followed by those that need not wait.
 */
export class ForkEvm extends EVM {
  constructor(options: EVMOpts & { common: Common }) {
    super({ bn254: new NobleBN254(), ...options })
  }

  override getActiveOpcodes(): EVM['opcodes'] {
    let instructions = instructionsOf.get(this.common)
    if (instructions === undefined) {
      instructions = withRunningAhead(this.common, getOpcodesForHF(this.common))
      instructionsOf.set(this.common, instructions)
    }
    this._opcodes = instructions.opcodes
    this._handlers = instructions.handlers
    this._dynamicGasHandlers = instructions.dynamicGasHandlers
    this._opcodeMap = instructions.opcodeMap
    return instructions.opcodes
  }
}
