import type { WorldState } from './WorldState.ts'

/** One instruction, before it executes. Arrays are the EVM's own: copy what you keep. */
export type TraceStep = {
  pc: number
  opcode: number
  name: string
  /** Gas left before the instruction. */
  gas: bigint
  /** Gas the instruction costs, memory and dynamic parts included. */
  gasCost: bigint
  refund: bigint
  /** 0 in the transaction's own frame. */
  depth: number
  /** Whose storage is accessed. */
  address: Uint8Array
  codeAddress: Uint8Array
  stack: readonly bigint[]
  memory: Uint8Array
  /** Output of the last call made in this frame. */
  returnData: Uint8Array
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

/** Callbacks during execution; each is optional. */
export type Tracer = {
  /** The state before the transaction, with overrides: before gas is bought or a nonce raised. Made only if asked for. */
  begin?(state: WorldState): void
  /** The state after it, fees paid. */
  end?(state: WorldState): void
  step?(step: TraceStep): void
  enter?(frame: TraceEnter): void
  exit?(result: TraceExit): void
  /** Asked after each step, of a tracer that looks at steps or calls. What it answers is waited for: a turn for others. */
  pause?(): Promise<void> | undefined
}
