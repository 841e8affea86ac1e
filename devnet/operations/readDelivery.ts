import { type Hash, type Hex, parseEventLogs } from 'viem'
import { gatewayAbi } from '../../contracts/index.ts'
import { gatewayAddress } from '../messaging/gatewayAddress.ts'
import type { KnownChain } from './Context.ts'
import { readLogs } from './readLogs.ts'

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
  const criteria = { address: gatewayAddress(destination.client.chain), topics: [null, id] }
  const logs = await readLogs(destination, criteria, { from })
  const events = parseEventLogs({
    abi: gatewayAbi,
    eventName: ['MessageDelivered', 'MessageFailed', 'MessageReturned'],
    logs,
  })
  return events.map((event) => ({
    status: statuses[event.eventName],
    blockNumber: event.blockNumber!,
    transactionHash: event.transactionHash!,
    ...(event.eventName === 'MessageFailed' && { reason: event.args.reason }),
  }))
}
