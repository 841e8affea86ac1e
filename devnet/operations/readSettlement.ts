import { encodeEventTopics, type Hash, parseEventLogs } from 'viem'
import { nativeRollupAbi, nativeRollupAddress } from '../../contracts/index.ts'
import type { Context, KnownChain } from './Context.ts'
import { readLogs } from './readLogs.ts'

export type Settlement = { l1Number: bigint; transactionHash: Hash }

/** The L1 transaction that settled a block of a rollup; undefined while it waits. */
export async function readSettlement(
  { l1 }: Pick<Context, 'l1'>,
  rollup: KnownChain,
  blockNumber: bigint,
  fromL1 = 0n,
): Promise<Settlement | undefined> {
  const topics = encodeEventTopics({ abi: nativeRollupAbi, eventName: 'Advanced', args: { number: blockNumber } })
  const logs = await readLogs(l1, { address: nativeRollupAddress(rollup.chainId), topics }, { from: fromL1 })
  const [event] = parseEventLogs({ abi: nativeRollupAbi, eventName: 'Advanced', logs })
  return event && { l1Number: event.blockNumber!, transactionHash: event.transactionHash! }
}
