import { numberToHex } from 'viem'
import { getBlock } from 'viem/actions'
import type { Context } from './Context.ts'

/**
 * Moves the devnet's time forward. L1's time is everybody's: rollups take what L1's blocks show, and chains in one process
 * share a clock, so L1 is the one to tell.
 */
export async function warp({ l1 }: Context, seconds: number): Promise<{ timestamp: bigint }> {
  await l1.request({ method: 'evm_increaseTime', params: [numberToHex(seconds)] })
  await l1.request({ method: 'evm_mine', params: [] })
  return { timestamp: (await getBlock(l1.client)).timestamp }
}
