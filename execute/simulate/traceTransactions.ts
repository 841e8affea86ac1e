import type { TypedTransaction } from '@ethereumjs/tx'
import { InvalidTransaction } from '../errors.ts'
import { beginBody } from '../transition/applyBody.ts'
import { createBlockEnvironment } from '../transition/BlockEnvironment.ts'
import { emptyBlockOutput } from '../transition/BlockOutput.ts'
import { processTransaction } from '../transition/processTransaction.ts'
import type { StateTransitionOptions } from '../transition/stateTransition.ts'
import type { TransactionResult } from '../types/BlockBuilder.ts'
import type { Tracer } from '../types/Tracer.ts'
import { beginRecording } from '../witness/beginRecording.ts'
import { attachTracer } from './attachTracer.ts'

export type TraceTransactionsOptions = Omit<StateTransitionOptions, 'recordWitness'> & {
  /** Index of the last transaction to replay. @default the block's last */
  upTo?: number
  /** The tracer for a transaction; undefined runs it unwatched. */
  tracerFor(index: number, transaction: TypedTransaction): Tracer | undefined
}

/**
 * Replays a block's transactions on the state before it and answers each one's result. The block is taken to be valid.
 * @throws MissingData; whatever a tracer throws
 */
export async function traceTransactions(options: TraceTransactionsOptions): Promise<TransactionResult[]> {
  const { block, tracerFor, upTo = block.transactions.length - 1 } = options
  const { getBlockHash } = beginRecording(options)
  const env = await createBlockEnvironment({ header: block.header, ...options, getBlockHash })
  const output = emptyBlockOutput()
  await beginBody(env)
  const results: TransactionResult[] = []
  for (const [index, transaction] of block.transactions.slice(0, upTo + 1).entries()) {
    const tracer = tracerFor(index, transaction)
    await tracer?.pause?.()
    tracer?.begin?.(env.state.finish())
    const detach = tracer && attachTracer(env.evm, tracer)
    try {
      results.push(await processTransaction(env, output, transaction))
      tracer?.end?.(env.state.finish())
    } catch (error) {
      // The block is valid, so what ended its transaction is the tracer.
      throw error instanceof InvalidTransaction && error.cause instanceof Error ? error.cause : error
    } finally {
      detach?.()
    }
  }
  return results
}
