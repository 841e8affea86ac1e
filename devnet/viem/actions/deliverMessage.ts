import type { Account, Chain, Client, Hash, Transport, WriteContractErrorType } from 'viem'
import { writeContract } from 'viem/actions'
import { gatewayAbi } from '../../../contracts/index.ts'
import type { MessageProof } from '../../messaging/buildMessageProof.ts'
import { gatewayAddress } from '../../messaging/gatewayAddress.ts'
import type { Message } from '../../messaging/Message.ts'

export type DeliverMessageParameters = { message: Message; proof: MessageProof }
export type DeliverMessageReturnType = Hash
export type DeliverMessageErrorType = WriteContractErrorType

/**
 * Proves a message to the client's chain and delivers it. Anyone may; its fee goes to whoever does. When the recipient
 * refuses the message the transaction succeeds all the same, and the message can be retried.
 *
 * @param client wallet client of the destination
 * @example
 * const hash = await deliverMessage(r2, { message, proof })
 */
export function deliverMessage(
  client: Client<Transport, Chain, Account>,
  { message, proof }: DeliverMessageParameters,
): Promise<DeliverMessageReturnType> {
  return writeContract(client, {
    address: gatewayAddress(client.chain),
    abi: gatewayAbi,
    functionName: 'deliver',
    args: [message, proof],
    chain: client.chain,
    account: client.account,
  })
}
