import type { Log } from './Receipt.ts'
import type { WorldState } from './WorldState.ts'

/** One instruction, before it executes. Arrays are the EVM's own: copy what you keep. */
export type TraceStep = {
  pc: number
  opcode: number
  name: string
  /** Gas left before the instruction. */
  gas: bigint
  /** 0 in the transaction's own frame. */
  depth: number
  /** Whose storage is accessed. */
  address: Uint8Array
  stack: readonly bigint[]
  memory: Uint8Array
  /** Output of the last call made in this frame. */
  returnData: Uint8Array
}

/** What the last instruction has come to, before a frame that it opens executes. */
export type TraceCost = {
  /** Memory and dynamic parts included, and of a call what the called frame gets. */
  gas: bigint
  /** What is to be refunded, so far. */
  refund: bigint
}

export type TraceEnter = {
  type: 'CALL' | 'CALLCODE' | 'DELEGATECALL' | 'STATICCALL' | 'CREATE' | 'CREATE2' | 'SELFDESTRUCT'
  depth: number
  from: Uint8Array
  /** For creations the address of the new contract. */
  to: Uint8Array
  input: Uint8Array
  gas: bigint
  value: bigint
}

export type TraceExit = {
  depth: number
  output: Uint8Array
  gasUsed: bigint
  /** The EVM's reason when the frame failed. */
  error?: string
}

/** Callbacks during execution; each is optional. Whoever asks for no steps hardly slows the execution. */
export type Tracer = {
  /** The state before the transaction, with overrides: before gas is bought or a nonce raised. Made only if asked for. */
  begin?(state: WorldState): void
  /** The state after it, fees paid. */
  end?(state: WorldState): void
  /** Answers `false` if it needs no further steps. */
  step?(step: TraceStep): unknown
  /** Follows each step. */
  cost?(cost: TraceCost): void
  enter?(frame: TraceEnter): void
  exit?(result: TraceExit): void
  /** The open frame logs; it may still fail, and then has not. */
  log?(log: Log): void
  /** An instruction looks at an account, or at a slot of it, or writes it; perhaps it then fails. */
  access?(address: Uint8Array, slot?: Uint8Array): void
  /** Asked now and then. What it answers is waited for: a turn for others. */
  pause?(): Promise<void> | undefined
}

/** Whether the tracer hears of what executes, and not of states or pauses alone. */
export function watchesExecution({ step, cost, enter, exit, log, access }: Tracer): boolean {
  return [step, cost, enter, exit, log, access].some((hook) => hook !== undefined)
}
