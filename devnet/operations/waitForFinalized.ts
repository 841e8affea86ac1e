import { getBlockNumber } from 'viem/actions'
import { waitForFinalized as waitForFinalizedBlock } from '../viem/actions/waitForFinalized.ts'
import type { Context } from './Context.ts'

export type WaitForFinalizedParameters = {
  rollup: string
  /** @default its newest block now */
  blockNumber?: bigint
  /** Milliseconds. @default 60_000 */
  timeout?: number
}

/** Resolves with the rollup's finalized head once that has reached the block. Errors: TIMEOUT, CHAIN_UNKNOWN. */
export async function waitForFinalized(context: Context, parameters: WaitForFinalizedParameters): Promise<bigint> {
  const { client } = context.rollup(parameters.rollup)
  const blockNumber = parameters.blockNumber ?? (await getBlockNumber(client, { cacheTime: 0 }))
  return waitForFinalizedBlock(client, {
    blockNumber,
    ...(parameters.timeout !== undefined && { timeout: parameters.timeout }),
  })
}
