import { type Address, encodeFunctionData, type Hex } from 'viem'
import { estimateGas } from 'viem/actions'
import { gatewayAbi } from '../../contracts/index.ts'
import { buildMessageProof } from '../messaging/buildMessageProof.ts'
import { gatewayAddress } from '../messaging/gatewayAddress.ts'
import type { Context } from '../operations/Context.ts'
import type { PendingMessage } from './MessageBook.ts'

/** A delivery that would succeed now. */
export type PreparedDelivery = { message: PendingMessage; to: Address; data: Hex; gas: bigint }

/** Proves a message and simulates its delivery. Errors: NOT_PROVABLE, and viem's for a delivery that would revert. */
export async function prepareDelivery(
  context: Context,
  message: PendingMessage,
  from: Address,
): Promise<PreparedDelivery> {
  const { source, destination } = message
  const proof = await buildMessageProof({
    message: message.message,
    blockNumber: message.blockNumber,
    source: source.client,
    destination: destination.client,
    l1: context.l1.client,
  })
  const to = gatewayAddress(destination.client.chain)
  const data = encodeFunctionData({ abi: gatewayAbi, functionName: 'deliver', args: [message.message, proof] })
  const estimate = await estimateGas(destination.client, { account: from, to, data })
  // State moves between the estimate and the block: a cold slot or a longer proof path must not make it fail.
  return { message, to, data, gas: (estimate * 6n) / 5n }
}
