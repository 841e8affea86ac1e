import { createPublicClient, custom, type Hex, type PublicClient } from 'viem'
import type { L1Block } from './L1Block.ts'
import type { L1Provider } from './L1Provider.ts'

export type L1Client = PublicClient

/** viem's public client on the provider, without its caches and retries: here everything is re-read at the next L1 block. */
export function createL1Client(provider: L1Provider): L1Client {
  return createPublicClient({ transport: custom(provider, { retryCount: 0 }), cacheTime: 0 })
}

/** The L1 block with that number or hash; the newest one if neither is given. */
export async function readL1Block(
  client: L1Client,
  id: { blockNumber: bigint } | { blockHash: Hex } | { blockTag: 'latest' } = { blockTag: 'latest' },
): Promise<L1Block> {
  const block = await client.getBlock(id)
  return {
    number: block.number!,
    hash: block.hash!,
    parentHash: block.parentHash,
    timestamp: block.timestamp,
    baseFeePerGas: block.baseFeePerGas ?? 0n,
  }
}
