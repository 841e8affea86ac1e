import type { Common } from '@ethereumjs/common'
import { EVM, type EVMOpts, getOpcodesForHF, NobleBN254 } from '@ethereumjs/evm'

const instructionsOf = new WeakMap<Common, ReturnType<typeof getOpcodesForHF>>()

/**
 * EthereumJS' EVM, which computes its table of instructions once per fork instead of once per block and call: that is
 * most of what it costs to make one.
 */
export class ForkEvm extends EVM {
  constructor(options: EVMOpts & { common: Common }) {
    super({ bn254: new NobleBN254(), ...options })
  }

  override getActiveOpcodes(): EVM['opcodes'] {
    const instructions = instructionsOf.get(this.common) ?? getOpcodesForHF(this.common)
    instructionsOf.set(this.common, instructions)
    this._opcodes = instructions.opcodes
    this._handlers = instructions.handlers
    this._dynamicGasHandlers = instructions.dynamicGasHandlers
    this._opcodeMap = instructions.opcodeMap
    return instructions.opcodes
  }
}
