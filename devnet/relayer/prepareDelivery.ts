import { type Address, encodeFunctionData, type Hex, size } from 'viem'
import { call } from 'viem/actions'
import { gatewayAbi } from '../../contracts/index.ts'
import { buildMessageProof } from '../messaging/buildMessageProof.ts'
import { gatewayAddress } from '../messaging/gatewayAddress.ts'
import type { Context } from '../operations/Context.ts'
import type { PendingMessage } from './MessageBook.ts'

/** A delivery that would succeed now. */
export type PreparedDelivery = { message: PendingMessage; to: Address; data: Hex; gas: bigint }

/** Proving all hops takes up to 0.8 M with the tries of a devnet; the rest is for longer paths. */
const proofGas = 1_200_000n

/** Proves a message and simulates its delivery. Errors: NOT_PROVABLE, and viem's for a delivery that would revert. */
export async function prepareDelivery(
  context: Context,
  pending: PendingMessage,
  from: Address,
): Promise<PreparedDelivery> {
  const { source, destination, message, blockNumber } = pending
  const proof = await buildMessageProof({
    message,
    blockNumber,
    source: source.client,
    destination: destination.client,
    l1: context.l1.client,
  })
  const to = gatewayAddress(destination.client.chain)
  const data = encodeFunctionData({ abi: gatewayAbi, functionName: 'deliver', args: [message, proof] })
  // One run at a limit that is enough tells the same as an estimate, which takes many. What is left over comes back.
  const gas = proofGas + (message.gasLimit * 21n) / 20n + 50n * BigInt(size(message.payload))
  await call(destination.client, { account: from, to, data, gas })
  return { message: pending, to, data, gas }
}
