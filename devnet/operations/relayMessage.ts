import { encodeFunctionData, type Hash, type Hex } from 'viem'
import { gatewayAbi } from '../../contracts/index.ts'
import { buildMessageProof } from '../messaging/buildMessageProof.ts'
import { gatewayAddress } from '../messaging/gatewayAddress.ts'
import { getDeliveryStatus } from '../messaging/getMessageStatus.ts'
import type { MessageTrace } from '../messaging/Message.ts'
import { readAnchor } from '../messaging/readAnchor.ts'
import type { Context, KnownChain } from './Context.ts'
import { findMessage } from './findMessage.ts'
import { readSettlement } from './readSettlement.ts'
import { destinationOf, wrongStatus } from './retryMessage.ts'
import { sendAndWait } from './sendAndWait.ts'
import { traceLocated } from './traceMessage.ts'

/**
 * Proves a message and delivers it, as the relayer would. A recipient that refuses it shows in the trace's status.
 * Errors: MESSAGE_UNKNOWN, MESSAGE_STATUS when it was delivered before, NOT_PROVABLE until its block is settled,
 * TRANSACTION_REVERTED before its time.
 */
export async function relayMessage(context: Context, id: Hash, privateKey: Hex): Promise<MessageTrace> {
  const { l1 } = context
  const located = await findMessage(context, id)
  const { message, source, blockNumber } = located
  const destination = destinationOf(located)
  const status = await getDeliveryStatus(destination.client, id)
  if (status !== undefined) throw wrongStatus(id, status, 'a message that was not delivered yet')

  const visibleFrom = source === l1 ? blockNumber : (await readSettlement(context, source, blockNumber))?.l1Number
  if (destination !== l1 && visibleFrom !== undefined) await bringAnchorTo(destination, l1, visibleFrom, privateKey)
  const proof = await buildMessageProof({
    message,
    blockNumber,
    source: source.client,
    destination: destination.client,
    l1: l1.client,
  })
  const to = gatewayAddress(destination.client.chain)
  const data = encodeFunctionData({ abi: gatewayAbi, functionName: 'deliver', args: [message, proof] })
  await sendAndWait(destination, privateKey, () => ({ to, data, value: 0n }))
  return traceLocated(context, located)
}

/** Any transaction makes the sequencer seal a block, and that has a fresh anchor. */
async function bringAnchorTo(rollup: KnownChain, l1: KnownChain, l1Number: bigint, privateKey: Hex): Promise<void> {
  const anchor = await readAnchor(rollup.client, l1.client)
  if (anchor !== undefined && anchor.l1Number >= l1Number) return
  await sendAndWait(rollup, privateKey, (from) => ({ to: from, data: '0x', value: 0n }))
}
