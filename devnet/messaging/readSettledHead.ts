import type { Client } from 'viem'
import { readContract } from 'viem/actions'
import { nativeRollupAbi, nativeRollupAddress } from '../../contracts/index.ts'

/** Number of the last block of a rollup that L1 had settled at one of its blocks (default: its newest). */
export async function readSettledHead(l1: Client, chainId: number | bigint, l1Block?: bigint): Promise<bigint> {
  const head = await readContract(l1, {
    address: nativeRollupAddress(Number(chainId)),
    abi: nativeRollupAbi,
    functionName: 'head',
    ...(l1Block !== undefined && { blockNumber: l1Block }),
  })
  return head.number
}
