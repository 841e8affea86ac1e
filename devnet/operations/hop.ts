import type { Hash } from 'viem'
import { getBlock } from 'viem/actions'
import type { Hop } from '../Devnet.ts'
import type { KnownChain } from './Context.ts'

/** A step of a message's way, with the time of its block. */
export async function hop(
  step: Hop['step'],
  chain: KnownChain,
  blockNumber: bigint,
  transactionHash?: Hash,
): Promise<Hop> {
  const { timestamp } = await getBlock(chain.client, { blockNumber })
  return { step, chain: chain.name, blockNumber, timestamp, ...(transactionHash && { transactionHash }) }
}
