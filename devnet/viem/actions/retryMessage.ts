import type { Account, Chain, Client, Hash, Transport, WriteContractErrorType } from 'viem'
import { writeContract } from 'viem/actions'
import { gatewayAbi } from '../../../contracts/index.ts'
import { gatewayAddress } from '../../messaging/gatewayAddress.ts'
import type { Message } from '../../messaging/Message.ts'

export type RetryMessageParameters = { message: Message }
export type RetryMessageReturnType = Hash
export type RetryMessageErrorType = WriteContractErrorType

/**
 * Delivers a message whose recipient refused it before, without a new proof. Reverts when it refuses again.
 *
 * @param client wallet client of the destination
 * @example
 * const hash = await retryMessage(r2, { message })
 */
export function retryMessage(
  client: Client<Transport, Chain, Account>,
  { message }: RetryMessageParameters,
): Promise<RetryMessageReturnType> {
  return writeContract(client, {
    address: gatewayAddress(client.chain),
    abi: gatewayAbi,
    functionName: 'retry',
    args: [message],
    chain: client.chain,
    account: client.account,
  })
}
