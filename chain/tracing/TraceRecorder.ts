import type { SealedBlock, Tracer } from '../../execute/index.ts'
import type { Parser } from '../rpc/parameters.ts'

/** What is known of a transaction or call before it runs. */
export type TraceSubject = {
  from: Uint8Array
  /** Absent for a creation. */
  to?: Uint8Array
  gasLimit: bigint
  coinbase: Uint8Array
  /** EIP-7702 authorities that could be recovered. */
  authorities: Uint8Array[]
  isPrecompile(address: Uint8Array): boolean
  /** Where the chain has the transaction; absent for a call. */
  place?: { block: SealedBlock; index: number }
  /** To be told how many bytes, about, are kept for the answer. Errors: -32005 when it is too much. */
  charge(bytes: number): void
}

export type TraceOutcome = {
  /** As in the receipt. */
  gasUsed: bigint
  returnData: Uint8Array
  /** The EVM's reason, if execution failed. */
  error?: string
}

/** Watches one execution and then tells what it has seen, as the JSON of go-ethereum's tracer of that name. */
export type TraceRecorder = {
  hooks: Tracer
  result(outcome: TraceOutcome): unknown
}

/** Makes the recorder of one transaction. */
export type CreateRecorder = (subject: TraceSubject) => TraceRecorder

/** A kind of tracer: reads the `tracerConfig` of a request. Throws a Mismatch. */
export type TracerKind = Parser<CreateRecorder>
