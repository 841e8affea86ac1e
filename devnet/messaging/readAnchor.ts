import type { Client, Hex } from 'viem'
import { getBlock } from 'viem/actions'

/** An L1 block that a rollup can look into, and the rollup's block through which it can. */
export type Anchor = {
  l1Number: bigint
  l1Hash: Hex
  /** Unix seconds of the rollup's block: the key into EIP-4788's ring. */
  timestamp: bigint
  blockNumber: bigint
}

/** The L1 block to which a rollup's block is anchored (default: its newest). Undefined when L1 does not have it (any more). */
export async function readAnchor(rollup: Client, l1: Client, blockNumber?: bigint): Promise<Anchor | undefined> {
  const block = await getBlock(rollup, blockNumber === undefined ? {} : { blockNumber })
  if (block.parentBeaconBlockRoot === undefined) return undefined
  const l1Block = await getBlock(l1, { blockHash: block.parentBeaconBlockRoot }).catch((error) => {
    if ((error as Error).name === 'BlockNotFoundError') return undefined
    throw error
  })
  return (
    l1Block && {
      l1Number: l1Block.number!,
      l1Hash: l1Block.hash!,
      timestamp: block.timestamp,
      blockNumber: block.number!,
    }
  )
}
