import type { EVM, EVMError, ExecResult } from '@ethereumjs/evm'
import type { Address } from '@ethereumjs/util'
import type { StateGas } from './amsterdam/stateGas.ts'
import type { InterpreterClass } from './ethereumJs.ts'
import type { Frame, FrameInput } from './Frame.ts'
import type { FrameAccessList } from './FrameAccessList.ts'
import type { FrameJournal } from './FrameJournal.ts'
import type { FrameTransientStorage } from './FrameTransientStorage.ts'
import type { InstructionTable } from './instructionTable.ts'
import type { Precompiles } from './precompilesByKey.ts'
import type { SynchronousState } from './SynchronousState.ts'
import type { Tracing } from './Tracing.ts'

export type Log = [address: Uint8Array, topics: Uint8Array[], data: Uint8Array]

/** What the frames of a call have in common. */
export type Execution = {
  readonly evm: EVM
  readonly table: InstructionTable
  readonly state: SynchronousState
  readonly journal: FrameJournal
  readonly transientStorage: FrameTransientStorage
  /** EIP-7928; undefined before. */
  readonly accessList: FrameAccessList | undefined
  /** EIP-8037; nothing before. */
  readonly stateGas: StateGas
  readonly environment: TransactionEnvironment
  readonly precompiles: Precompiles
  /** EthereumJS' own, for frames it must execute. */
  readonly interpreterClass: InterpreterClass
  /** What instructions like TIMESTAMP give, by opcode, once it was asked for. */
  readonly constants: (bigint | undefined)[]
  /** The frame that runs. */
  frame: Frame
  /** Output of the frame that has ended. */
  output: Uint8Array
  refund: number
  /** Of all frames, those of failed ones taken out again. */
  readonly logs: Log[]
  /** Beneficiaries by account, both in hex. */
  readonly destroyed: Map<string, string>
  /** In hex. */
  readonly created: Set<string>
  /** Of a precompile that answers later. */
  answer: { input: FrameInput; result: Promise<ExecResult> } | undefined
  /** Why the last frame failed of those that failed as a whole or in EthereumJS. */
  exception: EVMError | undefined
  /** Who watches; undefined if nobody does. */
  readonly tracing: Tracing | undefined
}

/** Of the transaction and its block, as EthereumJS' frames hold it. */
export type TransactionEnvironment = {
  origin: Address
  gasPrice: bigint
  block: unknown
  blobVersionedHashes: string[]
}
