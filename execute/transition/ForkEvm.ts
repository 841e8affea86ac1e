import type { Common } from '@ethereumjs/common'
import { EVM, type EVMOpts, type EVMResult, type EVMRunCallOpts, getOpcodesForHF } from '@ethereumjs/evm'
import { evmCurves } from '../crypto/curves/curves.ts'
import type { InterpreterClass } from '../evm/ethereumJs.ts'
import { FrameJournal } from '../evm/FrameJournal.ts'
import { FrameTransientStorage } from '../evm/FrameTransientStorage.ts'
import { hastenPrecompiles } from '../evm/hastenPrecompiles.ts'
import { createInstructionTable, type InstructionTable } from '../evm/instructionTable.ts'
import { runMessage } from '../evm/runMessage.ts'
import { withRunningAhead } from '../evm/withRunningAhead.ts'
import type { JournaledState } from '../state/createJournaledState.ts'

type Instructions = ReturnType<typeof getOpcodesForHF>

const tablesOf = new WeakMap<Common, { instructions: Instructions; table: InstructionTable }>()

export type ForkEvmOptions = EVMOpts & { common: Common; stateManager: JournaledState }

/**
 * EthereumJS' EVM, which computes its table of instructions once per fork instead of once per block and call: that is
 * most of what it costs to make one. Calls run in frames of our own, where the fork and who watches allow it.
 */
export class ForkEvm extends EVM {
  readonly #interpreterClass: InterpreterClass

  constructor(options: ForkEvmOptions, interpreterClass: InterpreterClass) {
    super({ ...evmCurves, ...options })
    hastenPrecompiles(this._precompiles)
    this.#interpreterClass = interpreterClass
    if (tablesFor(this.common).table.frames === undefined) return
    this.journal = new FrameJournal(options.stateManager) as unknown as EVM['journal']
    const transientStorage = new FrameTransientStorage() as unknown as EVM['transientStorage']
    Object.assign(this, { transientStorage })
  }

  override getActiveOpcodes(): EVM['opcodes'] {
    const { instructions } = tablesFor(this.common)
    this._opcodes = instructions.opcodes
    this._handlers = instructions.handlers
    this._dynamicGasHandlers = instructions.dynamicGasHandlers
    this._opcodeMap = instructions.opcodeMap
    return instructions.opcodes
  }

  override async runCall(options: EVMRunCallOpts): Promise<EVMResult> {
    if (options.block !== undefined && options.message === undefined && options.caller !== undefined) {
      this._block = options.block
      this._tx = { gasPrice: options.gasPrice ?? 0n, origin: options.origin ?? options.caller }
    }
    const { table } = tablesFor(this.common)
    return runMessage(this, table, this.#interpreterClass, options) ?? super.runCall(options)
  }
}

function tablesFor(common: Common): { instructions: Instructions; table: InstructionTable } {
  let tables = tablesOf.get(common)
  if (tables === undefined) {
    const stock = getOpcodesForHF(common)
    const table = createInstructionTable(common, stock)
    tables = { table, instructions: withRunningAhead(common, stock, table) }
    tablesOf.set(common, tables)
  }
  return tables
}
