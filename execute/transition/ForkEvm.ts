import type { Common } from '@ethereumjs/common'
import {
  type EVM,
  type EVMOpts,
  type EVMResult,
  type EVMRunCallOpts,
  getActivePrecompiles,
  getOpcodesForHF,
} from '@ethereumjs/evm'
import { evmCurves } from '../crypto/curves/curves.ts'
import { beginStateGas } from '../evm/amsterdam/stateGas.ts'
import { type InterpreterClass, isObserved } from '../evm/ethereumJs.ts'
import { FrameAccessList } from '../evm/FrameAccessList.ts'
import { FrameJournal } from '../evm/FrameJournal.ts'
import { FrameTransientStorage } from '../evm/FrameTransientStorage.ts'
import { hastenPrecompiles } from '../evm/hastenPrecompiles.ts'
import { createInstructionTable, type InstructionTable } from '../evm/instructionTable.ts'
import { listen } from '../evm/listen.ts'
import { runCreation } from '../evm/runCreation.ts'
import { runMessage } from '../evm/runMessage.ts'
import { withRunningAhead } from '../evm/withRunningAhead.ts'
import { createJournaledState, type JournaledState } from '../state/createJournaledState.ts'
import { createWorldState } from '../state/createWorldState.ts'
import { hexToBytes } from '../state/hexToBytes.ts'
import { pack } from '../trie/packed.ts'
import { type Tracer, watchesExecution } from '../types/Tracer.ts'
import { CorrectedEvm } from './CorrectedEvm.ts'
import { correctInstructions } from './correctInstructions.ts'
import type { CustomPrecompile } from './customPrecompiles.ts'

type ForkTables = {
  instructions: ReturnType<typeof getOpcodesForHF>
  table: InstructionTable
  /** By the chain's own, which are among them. */
  precompiles: WeakMap<readonly CustomPrecompile[], Precompiles>
}

type Precompiles = {
  functions: ReturnType<typeof getActivePrecompiles>
  /** Of their addresses (`pack`). */
  keys: ReadonlySet<string>
}

const tablesOf = new WeakMap<Common, ForkTables>()
const noState = createJournaledState(createWorldState(undefined))
const noJournal = new FrameJournal(noState, new Set()) as unknown as EVM['journal']

export type ForkEvmOptions = Omit<EVMOpts, 'customPrecompiles'> & {
  common: Common
  stateManager: JournaledState
  /** The chain's own; the same list for all its blocks. */
  customPrecompiles?: readonly CustomPrecompile[]
}

const noCustoms: readonly CustomPrecompile[] = []

/**
 * EthereumJS' EVM, which computes its tables once per fork instead of once per block and call, and serves one block after
 * the other: to make one costs more than a small call. Calls run in frames of our own, where the fork and who watches
 * allow it.
 */
export class ForkEvm extends CorrectedEvm {
  /** Who watches what it executes from here on. */
  tracer: Tracer | undefined
  readonly #interpreterClass: InterpreterClass

  constructor(options: ForkEvmOptions, interpreterClass: InterpreterClass) {
    const { customPrecompiles: _, ...others } = options
    super({ bls: evmCurves.bls, bn254: evmCurves.bn254, ...others })
    this.#interpreterClass = interpreterClass
    this.begin(options)
  }

  /** From here on it is the EVM of another block. */
  begin({ stateManager, blockchain, customPrecompiles = noCustoms }: ForkEvmOptions): void {
    const { table } = tablesFor(this.common)
    const { functions, keys } = precompilesFor(this.common, customPrecompiles)
    this.tracer = undefined
    this.stateManager = stateManager
    this.blockchain = blockchain as EVM['blockchain']
    this._precompiles = functions
    if (this.common.isActivatedEIP(7928)) Object.assign(this, { blockLevelAccessList: createAccessList() })
    beginStateGas(this, 0n)
    if (table.frames === undefined) return
    this.journal = new FrameJournal(stateManager, keys) as unknown as EVM['journal']
    const transientStorage = new FrameTransientStorage() as unknown as EVM['transientStorage']
    Object.assign(this, { transientStorage })
  }

  /** Lets go of the block. Answers whether `begin` can make the EVM of another one of it, with nothing left of this one. */
  end(): boolean {
    if (tablesFor(this.common).table.frames === undefined || isObserved(this)) return false
    this.tracer = undefined
    this.stateManager = noState
    this.blockchain = undefined as unknown as EVM['blockchain']
    this.journal = noJournal
    return true
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
    if (this.common.isActivatedEIP(7928)) await this.listTarget(options)
    const { table } = tablesFor(this.common)
    const { tracer } = this
    const request = { table, interpreterClass: this.#interpreterClass, options, tracer }
    const ours = runMessage(this, request) ?? runCreation(this, request)
    if (ours !== undefined) return ours
    if (tracer === undefined || !watchesExecution(tracer) || isObserved(this)) return super.runCall(options)
    const stop = listen(this, tracer)
    return super.runCall(options).finally(stop)
  }
}

/** In EthereumJS' terms. */
export function createAccessList(): NonNullable<EVM['blockLevelAccessList']> {
  return new FrameAccessList() as unknown as NonNullable<EVM['blockLevelAccessList']>
}

function tablesFor(common: Common): ForkTables {
  let tables = tablesOf.get(common)
  if (tables === undefined) {
    const stock = correctInstructions(common, getOpcodesForHF(common))
    const table = createInstructionTable(common, stock)
    tables = { table, instructions: withRunningAhead(common, stock, table), precompiles: new WeakMap() }
    tablesOf.set(common, tables)
  }
  return tables
}

/** Shared by all blocks: whoever moves one works on a copy (`applyOverrides`). */
function precompilesFor(common: Common, customs: readonly CustomPrecompile[]): Precompiles {
  const tables = tablesFor(common)
  let precompiles = tables.precompiles.get(customs)
  if (precompiles === undefined) {
    const functions = getActivePrecompiles(common)
    hastenPrecompiles(functions)
    for (const custom of customs) functions.set(custom.address.toString().slice(2), custom.function)
    const keys = new Set([...functions.keys()].map((hex) => pack(hexToBytes(`0x${hex}`))))
    precompiles = { functions, keys }
    tables.precompiles.set(customs, precompiles)
  }
  return precompiles
}
