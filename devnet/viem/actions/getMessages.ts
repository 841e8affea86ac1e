import type { Hash, Log, TransactionReceipt } from 'viem'
import { decodeMessages } from '../../messaging/decodeMessages.ts'
import type { Message } from '../../messaging/Message.ts'

export type GetMessagesParameters = Pick<TransactionReceipt, 'logs' | 'blockNumber'>
export type GetMessagesReturnType = {
  id: Hash
  message: Message
  /** Block of the source chain that holds it. */
  blockNumber: bigint
}[]

/**
 * The messages that a transaction sent, read from its receipt.
 *
 * @example
 * const [message] = getMessages(await r1.waitForTransactionReceipt({ hash }))
 */
export function getMessages({ logs, blockNumber }: GetMessagesParameters): GetMessagesReturnType {
  return decodeMessages(logs as Log[]).map(({ id, message }) => ({ id, message, blockNumber }))
}
