import type { Hash } from 'viem'
import type { Hop } from '../Devnet.ts'
import type { MessageStatus, MessageTrace } from '../messaging/Message.ts'
import type { Context } from './Context.ts'
import { describeRevert } from './describeRevert.ts'
import { findAnchoringBlock } from './findAnchoringBlock.ts'
import { findMessage, type LocatedMessage } from './findMessage.ts'
import { hop } from './hop.ts'
import { readDeliveries } from './readDelivery.ts'
import { readSettlement } from './readSettlement.ts'

/** A message's way over the chains, read back from them. Errors: MESSAGE_UNKNOWN. */
export async function traceMessage(context: Context, id: Hash): Promise<MessageTrace> {
  return traceLocated(context, await findMessage(context, id))
}

export async function traceLocated(context: Context, located: LocatedMessage): Promise<MessageTrace> {
  const { id, message, source, destination } = located
  const { l1 } = context
  const hops: Hop[] = [await hop('sent', source, located.blockNumber, located.transactionHash)]
  const trace = (status: MessageStatus, reason?: string): MessageTrace => ({
    id,
    message,
    source: source.name,
    destination: destination?.name ?? String(message.destinationChainId),
    status,
    hops,
    ...(reason && { reason }),
  })

  let l1Number = located.blockNumber
  if (source !== l1) {
    const settlement = await readSettlement(context, source, located.blockNumber)
    if (settlement === undefined)
      return trace('sent', `waits for L1 to settle ${source.name} block ${located.blockNumber}`)
    l1Number = settlement.l1Number
    hops.push(await hop('settled', l1, l1Number, settlement.transactionHash))
  }
  if (destination === undefined) return trace('provable', `this devnet has no chain ${message.destinationChainId}`)

  const deliveries = await readDeliveries(destination, id)
  if (destination !== l1) {
    const anchoring = await findAnchoringBlock(destination, l1, l1Number, deliveries[0]?.blockNumber)
    if (anchoring) hops.push({ step: 'anchored', chain: destination.name, ...anchoring })
    else if (deliveries.length === 0)
      return trace('provable', `waits for a ${destination.name} block anchored to L1 block ${l1Number}`)
  }
  for (const delivery of deliveries) {
    const step = delivery.status === 'failed' ? 'failed' : 'delivered'
    hops.push(await hop(step, destination, delivery.blockNumber, delivery.transactionHash))
  }
  const last = deliveries.at(-1)
  if (last === undefined) return trace('provable', 'waits for a relayer to deliver it')
  return trace(last.status, last.reason && `the recipient refused it: ${describeRevert(last.reason)}`)
}
