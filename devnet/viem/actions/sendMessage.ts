import type { Account, Address, Chain, Client, Hash, Hex, SendTransactionErrorType, Transport } from 'viem'
import { sendTransaction } from 'viem/actions'
import { encodeSendMessage } from '../../messaging/encodeSendMessage.ts'
import type { MessageAttributes } from '../../messaging/messageAttributes.ts'

export type SendMessageParameters = MessageAttributes & {
  /** Chain id that the message is for. */
  destinationChainId: number | bigint
  recipient: Address
  /** What the recipient gets, through ERC-7786's `receiveMessage` unless `rawCall` is set. @default '0x' */
  payload?: Hex
  /** wei sent along, `fee` included. @default 0n */
  value?: bigint
}
export type SendMessageReturnType = Hash
export type SendMessageErrorType = SendTransactionErrorType

/**
 * Sends a message to another chain through the gateway of the client's chain (ERC-7786).
 *
 * @param client wallet client of the source chain; a rollup's chain definition names its L1 as `sourceId` (`defineRollup`)
 * @returns hash of the transaction; `getMessages` reads the message from its receipt
 * @example
 * const hash = await sendMessage(r1, { destinationChainId: 902, recipient, value: 1n })
 */
export function sendMessage(
  client: Client<Transport, Chain, Account>,
  parameters: SendMessageParameters,
): Promise<SendMessageReturnType> {
  return sendTransaction(client, encodeSendMessage({ chain: client.chain, ...parameters }))
}
