import type { Common } from '@ethereumjs/common'
import { EVM, type EVMOpts, getOpcodesForHF } from '@ethereumjs/evm'
import { evmCurves } from '../crypto/curves/curves.ts'
import { hastenPrecompiles } from '../evm/hastenPrecompiles.ts'
import { withRunningAhead } from '../evm/withRunningAhead.ts'

const instructionsOf = new WeakMap<Common, ReturnType<typeof getOpcodesForHF>>()

/**
 * EthereumJS' EVM, which computes its table of instructions once per fork instead of once per block and call: that is
 * most of what it costs to make one. In its table each instruction is followed by those that need not wait.
 */
export class ForkEvm extends EVM {
  constructor(options: EVMOpts & { common: Common }) {
    super({ ...evmCurves, ...options })
    hastenPrecompiles(this._precompiles)
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
