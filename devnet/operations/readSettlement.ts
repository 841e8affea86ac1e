import { encodeEventTopics, formatLog, type Hash, numberToHex, parseEventLogs, type RpcLog } from 'viem'
import { nativeRollupAbi, nativeRollupAddress } from '../../contracts/index.ts'
import type { Context, KnownChain } from './Context.ts'

export type Settlement = { l1Number: bigint; transactionHash: Hash }

/** The L1 transaction that settled a block of a rollup; undefined while it waits. */
export async function readSettlement(
  { l1 }: Pick<Context, 'l1'>,
  rollup: KnownChain,
  blockNumber: bigint,
  fromL1 = 0n,
): Promise<Settlement | undefined> {
  const topics = encodeEventTopics({ abi: nativeRollupAbi, eventName: 'Advanced', args: { number: blockNumber } })
  const filter = {
    address: nativeRollupAddress(rollup.chainId),
    topics,
    fromBlock: numberToHex(fromL1),
    toBlock: 'latest',
  }
  const logs = (await l1.request({ method: 'eth_getLogs', params: [filter] })) as RpcLog[]
  const [event] = parseEventLogs({
    abi: nativeRollupAbi,
    eventName: 'Advanced',
    logs: logs.map((log) => formatLog(log)),
  })
  return event && { l1Number: event.blockNumber!, transactionHash: event.transactionHash! }
}
