import { BaseError } from 'viem'
import { getBlock } from 'viem/actions'
import type { Logger } from '../../chain/index.ts'
import type { TransactionSender } from '../../rollup-node/index.ts'
import { getDeliveryStatus } from '../messaging/getMessageStatus.ts'
import { createLoop, type Loop } from '../network/createLoop.ts'
import type { Context, KnownChain } from '../operations/Context.ts'
import { batchDeliveries, type DeliveryTransaction } from './batchDeliveries.ts'
import type { MessageBook, PendingMessage } from './MessageBook.ts'
import { type PreparedDelivery, prepareDelivery } from './prepareDelivery.ts'
import { readVisibility } from './readVisibility.ts'

/** Milliseconds between attempts at a message: the first pause and the longest. */
const [shortestPause, longestPause] = [250, 30_000]

export type DeliveryLaneOptions = {
  context: Context
  destination: KnownChain
  sender: TransactionSender
  book: MessageBook
}

/** Delivers messages to one chain, in order, whenever it is triggered. */
export function createDeliveryLane(options: DeliveryLaneOptions, { logger }: { logger: Logger }): Loop {
  const { context, destination, sender, book } = options
  const { l1 } = context
  const loop = createLoop(run, (error) => {
    logger.warn({ to: destination.name, reason: shortReason(error) }, 'relay.interrupted')
    loop.triggerIn(shortestPause)
  })
  /** The L1 head for which the destination was last asked for a fresh anchor. */
  let pokedAt: bigint | undefined

  async function run(): Promise<void> {
    const due = await dueMessages()
    if (due.length === 0) return
    const visibility = await readVisibility(
      context,
      destination,
      due.map(({ source }) => source),
    )
    const provable = due.filter((message) => visibility(message) === 'now')
    if (provable.length > 0) {
      const prepared = await prepareInOrder(provable)
      for (const transaction of batchDeliveries(prepared)) await deliver(transaction)
      // The blocks with these deliveries have newer anchors: what could not be seen before may be seen now.
      if (prepared.length > 0) loop.trigger()
    } else if (due.some((message) => visibility(message) === 'anchor')) {
      await poke()
    }
  }

  async function dueMessages(): Promise<PendingMessage[]> {
    const now = performance.now()
    const pending = book.pendingFor(destination)
    const unchecked = pending.filter(({ checked }) => !checked)
    await Promise.all(unchecked.map(check))
    const open = book.pendingFor(destination).filter(({ notBefore }) => notBefore <= now)
    if (open.every(({ message }) => message.deliverAfter === 0n)) return open
    const { timestamp } = await getBlock(l1.client)
    return open.filter(({ message }) => message.deliverAfter <= timestamp)
  }

  /** After a restart most of what the chains hold was delivered long ago. */
  async function check(message: PendingMessage): Promise<void> {
    if ((await getDeliveryStatus(destination.client, message.id)) !== undefined) book.done(message)
    message.checked = true
  }

  async function prepareInOrder(messages: PendingMessage[]): Promise<PreparedDelivery[]> {
    const prepared: PreparedDelivery[] = []
    for (const message of messages) {
      try {
        prepared.push(await prepareDelivery(context, message, sender.address))
      } catch (error) {
        await failed(message, error)
      }
    }
    return prepared
  }

  async function deliver({ deliveries, intent }: DeliveryTransaction): Promise<void> {
    const stillWanted = async () => {
      const statuses = await Promise.all(
        deliveries.map(({ message }) => getDeliveryStatus(destination.client, message.id)),
      )
      return statuses.includes(undefined)
    }
    const mined = await sender.send({ ...intent, stillWanted })
    for (const { message } of deliveries) {
      const status = await getDeliveryStatus(destination.client, message.id)
      if (status === undefined) {
        if (mined) await failed(message, `transaction ${mined.hash} did not deliver it`)
        continue
      }
      book.done(message)
      const where = { id: message.id, from: message.source.name, to: destination.name, transaction: mined?.hash }
      if (status === 'failed') logger.warn(where, 'message.failed')
      else logger.info(where, `message.${status}`)
    }
  }

  async function failed(message: PendingMessage, error: unknown): Promise<void> {
    if ((await getDeliveryStatus(destination.client, message.id)) !== undefined) return book.done(message)
    const pause = Math.min(shortestPause * 2 ** message.attempts, longestPause)
    message.attempts += 1
    message.notBefore = performance.now() + pause
    loop.triggerIn(pause + 1)
    const { id, source, attempts } = message
    const record = { id, from: source.name, to: destination.name, attempts, reason: shortReason(error) }
    logger.warn(record, 'message.postponed')
  }

  /** An otherwise empty transaction, for which the sequencer seals a block with a fresh anchor. */
  async function poke(): Promise<void> {
    const { number } = await getBlock(l1.client)
    if (pokedAt === number) return
    pokedAt = number!
    await sender.send({ label: 'poke', to: sender.address, data: '0x', gas: 21_000n })
    loop.trigger()
  }

  return loop
}

function shortReason(error: unknown): string {
  if (error instanceof BaseError) return error.details || error.shortMessage
  return error instanceof Error ? error.message : String(error)
}
