import type { Chain, Client, Hash, Transport } from 'viem'
import { getMessageStatus as read } from '../../messaging/getMessageStatus.ts'
import type { Message, MessageStatus } from '../../messaging/Message.ts'

export type GetMessageStatusParameters = {
  id: Hash
  message: Pick<Message, 'sourceChainId'>
  /** Block of the source chain that holds it. */
  blockNumber: bigint
  /** Client of L1, which knows what has settled. */
  l1: Client<Transport, Chain>
}
export type GetMessageStatusReturnType = MessageStatus

/**
 * Where a message to the client's chain stands: `sent`, `provable`, `delivered`, `failed` or `returned`.
 *
 * @param client client of the destination
 * @example
 * const status = await getMessageStatus(r2, { id, message, blockNumber, l1 })
 */
export function getMessageStatus(
  client: Client<Transport, Chain>,
  { id, message, blockNumber, l1 }: GetMessageStatusParameters,
): Promise<GetMessageStatusReturnType> {
  return read({ id, sourceChainId: message.sourceChainId, blockNumber, destination: client, l1 })
}
