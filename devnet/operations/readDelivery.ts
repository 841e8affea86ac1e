import { formatLog, type Hash, type Hex, numberToHex, parseEventLogs, type RpcLog } from 'viem'
import { gatewayAbi } from '../../contracts/index.ts'
import { gatewayAddress } from '../messaging/gatewayAddress.ts'
import type { KnownChain } from './Context.ts'

export type Delivery = {
  status: 'delivered' | 'failed' | 'returned'
  blockNumber: bigint
  transactionHash: Hash
  /** What the recipient reverted with, when it failed. */
  reason?: Hex
}

const statuses = { MessageDelivered: 'delivered', MessageFailed: 'failed', MessageReturned: 'returned' } as const

/** What the destination's gateway did with a message, in order: a failed delivery may be followed by another. */
export async function readDeliveries(destination: KnownChain, id: Hash, from = 0n): Promise<Delivery[]> {
  const filter = {
    address: gatewayAddress(destination.client.chain),
    topics: [null, id],
    fromBlock: numberToHex(from),
    toBlock: 'latest',
  }
  const logs = (await destination.request({ method: 'eth_getLogs', params: [filter] })) as RpcLog[]
  const events = parseEventLogs({
    abi: gatewayAbi,
    eventName: ['MessageDelivered', 'MessageFailed', 'MessageReturned'],
    logs: logs.map((log) => formatLog(log)),
  })
  return events.map((event) => ({
    status: statuses[event.eventName],
    blockNumber: event.blockNumber!,
    transactionHash: event.transactionHash!,
    ...(event.eventName === 'MessageFailed' && { reason: event.args.reason }),
  }))
}
