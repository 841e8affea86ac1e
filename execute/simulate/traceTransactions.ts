import type { TypedTransaction } from '@ethereumjs/tx'
import { NativerollError } from '../errors.ts'
import type { StateTransitionOptions } from '../transition/stateTransition.ts'
import type { TransactionResult } from '../types/BlockBuilder.ts'
import type { Tracer } from '../types/Tracer.ts'

export type TraceTransactionsOptions = Omit<StateTransitionOptions, 'recordWitness'> & {
  /** Index of the last transaction to replay. @default the block's last */
  upTo?: number
  /** The tracer for a transaction; undefined runs it untraced. */
  tracerFor(index: number, transaction: TypedTransaction): Tracer | undefined
}

/** Replays a block's transactions on the state before it and answers each one's result. */
export async function traceTransactions(_options: TraceTransactionsOptions): Promise<TransactionResult[]> {
  throw new NativerollError('NOT_IMPLEMENTED', 'traceTransactions')
}
