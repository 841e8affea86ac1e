import { getBlock, getBlockNumber } from 'viem/actions'
import { waitUntil } from '../network/waitUntil.ts'
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
  const { rollup: name, timeout = 60_000 } = parameters
  const rollup = context.rollup(name)
  const wanted = parameters.blockNumber ?? (await getBlockNumber(rollup.client, { cacheTime: 0 }))
  return waitUntil(
    [context.l1, rollup],
    async () => {
      const { number } = await getBlock(rollup.client, { blockTag: 'finalized' })
      return number! >= wanted ? number! : undefined
    },
    {
      timeout,
      what: `${name} block ${wanted} to be finalized`,
      hint: `with manual settlement, nativeroll advance ${name}`,
    },
  )
}
