import type { Client, Hash } from 'viem'
import { readContract } from 'viem/actions'
import { gatewayAbi } from '../../contracts/index.ts'
import { gatewayAddress } from './gatewayAddress.ts'
import type { MessageStatus } from './Message.ts'
import { readSettledHead } from './readSettledHead.ts'

const recorded = [undefined, 'delivered', 'failed', 'returned'] as const satisfies (MessageStatus | undefined)[]

/** What the destination's gateway has recorded of a message; undefined before it was proven there. */
export async function getDeliveryStatus(
  destination: Client,
  id: Hash,
): Promise<'delivered' | 'failed' | 'returned' | undefined> {
  const address = gatewayAddress(destination.chain)
  return recorded[await readContract(destination, { address, abi: gatewayAbi, functionName: 'status', args: [id] })]
}

export type GetMessageStatusParameters = {
  id: Hash
  /** Where it was sent. */
  sourceChainId: bigint
  blockNumber: bigint
  destination: Client
  l1: Client
}

/** Where a message, known to be sent, stands. */
export async function getMessageStatus(parameters: GetMessageStatusParameters): Promise<MessageStatus> {
  const { id, sourceChainId, blockNumber, destination, l1 } = parameters
  const delivery = await getDeliveryStatus(destination, id)
  if (delivery !== undefined) return delivery
  if (sourceChainId === BigInt(l1.chain!.id)) return 'provable'
  return (await readSettledHead(l1, sourceChainId)) >= blockNumber ? 'provable' : 'sent'
}
