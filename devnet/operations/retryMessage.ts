import { encodeFunctionData, type Hash, type Hex } from 'viem'
import { gatewayAbi } from '../../contracts/index.ts'
import { DevnetError } from '../errors.ts'
import { gatewayAddress } from '../messaging/gatewayAddress.ts'
import { getDeliveryStatus } from '../messaging/getMessageStatus.ts'
import type { MessageTrace } from '../messaging/Message.ts'
import type { Context, KnownChain } from './Context.ts'
import { findMessage, type LocatedMessage } from './findMessage.ts'
import { sendAndWait } from './sendAndWait.ts'
import { traceLocated } from './traceMessage.ts'

/**
 * Delivers a message whose recipient refused it before, without a new proof.
 * Errors: MESSAGE_UNKNOWN, MESSAGE_STATUS when it did not fail, TRANSACTION_REVERTED when the recipient refuses it again.
 */
export async function retryMessage(context: Context, id: Hash, privateKey: Hex): Promise<MessageTrace> {
  const located = await findMessage(context, id)
  const destination = destinationOf(located)
  const status = await getDeliveryStatus(destination.client, id)
  if (status !== 'failed') throw wrongStatus(id, status ?? 'not delivered yet', 'a message whose delivery failed')
  const to = gatewayAddress(destination.client.chain)
  const data = encodeFunctionData({ abi: gatewayAbi, functionName: 'retry', args: [located.message] })
  await sendAndWait(destination, privateKey, () => ({ to, data, value: 0n }))
  return traceLocated(context, located)
}

/** The chain that a message is for. Errors: CHAIN_UNKNOWN. */
export function destinationOf({ id, message, destination }: LocatedMessage): KnownChain {
  if (destination) return destination
  const chainId = message.destinationChainId
  throw new DevnetError('CHAIN_UNKNOWN', `message ${id} is for chain ${chainId}, which is not here`, {
    value: chainId,
    expected: 'a chain of this devnet',
  })
}

/** What was asked for does not go with where the message stands. */
export function wrongStatus(id: Hash, status: string, expected: string): DevnetError {
  return new DevnetError('MESSAGE_STATUS', `message ${id} is ${status}`, {
    value: status,
    expected,
    hint: `nativeroll message trace ${id} shows its way`,
  })
}
