import type { Hop } from '../Devnet.ts'
import { DevnetError } from '../errors.ts'
import type { MessageStatus } from '../messaging/Message.ts'
import { waitUntil } from '../network/waitUntil.ts'
import type { Context } from './Context.ts'
import { describeRevert } from './describeRevert.ts'
import { findAnchoringBlock } from './findAnchoringBlock.ts'
import type { LocatedMessage } from './findMessage.ts'
import { hop } from './hop.ts'
import { readDeliveries } from './readDelivery.ts'
import { readSettlement } from './readSettlement.ts'
import { destinationOf } from './retryMessage.ts'

export type FollowOptions = {
  /** Milliseconds for the whole way. */
  timeout: number
  /** Heads from before it was sent: nothing about it lies further back. */
  l1Start?: bigint
  destinationStart?: bigint
  onHop: (hop: Hop) => void
}

/** Waits at every step of a message's way until it is delivered. Errors: DELIVERY_FAILED, TIMEOUT. */
export async function followMessage(
  context: Context,
  located: LocatedMessage,
  { timeout, l1Start = 0n, destinationStart = 0n, onHop }: FollowOptions,
): Promise<MessageStatus> {
  const { id, source, blockNumber } = located
  const { l1 } = context
  const destination = destinationOf(located)
  const deadline = performance.now() + timeout
  const within = (what: string) => ({
    timeout: Math.max(0, deadline - performance.now()),
    what,
    hint: `nativeroll message trace ${id} tells what it waits for`,
  })

  let l1Number = blockNumber
  if (source !== l1) {
    const what = `L1 to settle ${source.name} block ${blockNumber}`
    const settlement = await waitUntil([l1], () => readSettlement(context, source, blockNumber, l1Start), within(what))
    l1Number = settlement.l1Number
    onHop(await hop('settled', l1, l1Number, settlement.transactionHash))
  }
  if (destination !== l1) {
    const what = `a ${destination.name} block anchored to L1 block ${l1Number}`
    const anchoring = await waitUntil([destination], () => findAnchoringBlock(destination, l1, l1Number), within(what))
    onHop({ step: 'anchored', chain: destination.name, ...anchoring })
  }
  const [delivery] = await waitUntil(
    [destination],
    async () => {
      const deliveries = await readDeliveries(destination, id, destinationStart)
      return deliveries.length > 0 ? deliveries.slice(-1) : undefined
    },
    within(`message ${id} to be delivered on ${destination.name}`),
  )
  const { status, reason, blockNumber: deliveredIn, transactionHash } = delivery!
  onHop(await hop(status === 'failed' ? 'failed' : 'delivered', destination, deliveredIn, transactionHash))
  if (status !== 'failed') return status
  throw new DevnetError(
    'DELIVERY_FAILED',
    `${located.message.recipient} on ${destination.name} refused the message: ${describeRevert(reason ?? '0x')}`,
    {
      value: id,
      expected: 'a recipient that accepts it',
      hint: `its value waits for a retry, by anyone: nativeroll message retry ${id}`,
    },
  )
}
