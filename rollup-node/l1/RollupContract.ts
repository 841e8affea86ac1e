import type { Address, Hex } from 'viem'
import { addresses, nativeRollupAbi, nativeRollupAddress, rollupRegistryAbi } from '../../contracts/index.ts'
import { smaller } from '../compare.ts'
import type { L1Client } from './createL1Client.ts'
import { inHalves } from './inHalves.ts'

/** The last settled block, and the number of the L1 block it is anchored to. */
export type SettledHead = { blockHash: Hex; number: bigint; timestamp: bigint; anchorNumber: bigint }

type Origin = { transactionHash: Hex; l1Block: bigint; logIndex: number }
export type Posted = Origin & { first: bigint; last: bigint; lastHash: Hex; versionedHashes: readonly Hex[] }
export type Advanced = Origin & { number: bigint; hash: Hex; stateRoot: Hex; anchorNumber: bigint }

/** A rollup's NativeRollup contract on L1, read only. */
export type RollupContract = {
  address: Address
  head(): Promise<SettledHead>
  /** Hash of the settled block of that number; zero if there is none. */
  settled(number: bigint): Promise<Hex>
  policy(): Promise<{ chainId: bigint; gasLimit: bigint; sequencer: Address }>
  /** Events of L1 blocks `from` to `to`, inclusive, in order. */
  posted(from: bigint, to: bigint): Promise<Posted[]>
  advanced(from: bigint, to: bigint): Promise<Advanced[]>
}

/** Servers bound the range of eth_getLogs; no public one allows less than this. */
const RANGE = 5_000n

export function createRollupContract(client: L1Client, chainId: number): RollupContract {
  const address = nativeRollupAddress(chainId)
  const contract = { address, abi: nativeRollupAbi } as const

  return {
    address,
    head: () => client.readContract({ ...contract, functionName: 'head' }),
    settled: (number) =>
      client.readContract({
        address: addresses.rollupRegistry,
        abi: rollupRegistryAbi,
        functionName: 'settled',
        args: [BigInt(chainId), number],
      }),
    policy: () => client.readContract({ ...contract, functionName: 'policy' }),
    posted: (from, to) =>
      inRanges(from, to, async (fromBlock, toBlock) => {
        const logs = await client.getContractEvents({
          ...contract,
          eventName: 'Posted',
          fromBlock,
          toBlock,
          strict: true,
        })
        return logs.map(({ args, ...log }) => ({
          ...originOf(log),
          first: args.firstBlock,
          last: args.lastBlock,
          lastHash: args.lastBlockHash,
          versionedHashes: args.versionedHashes,
        }))
      }),
    advanced: (from, to) =>
      inRanges(from, to, async (fromBlock, toBlock) => {
        const logs = await client.getContractEvents({
          ...contract,
          eventName: 'Advanced',
          fromBlock,
          toBlock,
          strict: true,
        })
        return logs.map(({ args, ...log }) => ({
          ...originOf(log),
          number: args.number,
          hash: args.blockHash,
          stateRoot: args.stateRoot,
          anchorNumber: args.anchorNumber,
        }))
      }),
  }
}

async function inRanges<T>(from: bigint, to: bigint, read: (from: bigint, to: bigint) => Promise<T[]>): Promise<T[]> {
  const found: T[] = []
  for (let start = from; start <= to; start += RANGE)
    found.push(...(await inHalves(start, smaller(start + RANGE - 1n, to), read)))
  return found
}

function originOf(log: { transactionHash: Hex; blockNumber: bigint; logIndex: number }): Origin {
  return { transactionHash: log.transactionHash, l1Block: log.blockNumber, logIndex: log.logIndex }
}
