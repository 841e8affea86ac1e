import type { Address, Hex } from 'viem'
import { getBlockNumber } from 'viem/actions'
import { privateKeyOf } from '../accounts.ts'
import type { Transfer, TransferOptions } from '../Devnet.ts'
import { decodeMessages } from '../messaging/decodeMessages.ts'
import { encodeSendMessage } from '../messaging/encodeSendMessage.ts'
import type { MessageAttributes } from '../messaging/messageAttributes.ts'
import type { Context, KnownChain } from './Context.ts'
import { followMessage } from './followMessage.ts'
import { hop } from './hop.ts'
import { sendAndWait } from './sendAndWait.ts'

export type TransferRequest = MessageAttributes & {
  source: KnownChain
  destination: KnownChain
  /** @default the sender */
  recipient?: Address
  payload?: Hex
  /** wei */
  value: bigint
}

/** Sends a message and, unless told otherwise, follows it to its delivery. Errors: TRANSACTION_REVERTED, DELIVERY_FAILED, TIMEOUT. */
export async function transfer(
  context: Context,
  request: TransferRequest,
  options: TransferOptions,
): Promise<Transfer> {
  const { source, destination, recipient, ...rest } = request
  const { account = 0, wait = true, timeout = 60_000, onHop = () => {} } = options
  const began = performance.now()
  const [l1Start, destinationStart] = await Promise.all(
    [context.l1, destination].map(({ client }) => getBlockNumber(client, { cacheTime: 0 })),
  )

  const receipt = await sendAndWait(source, privateKeyOf(account), (from) =>
    encodeSendMessage({
      ...rest,
      chain: source.client.chain,
      destinationChainId: destination.chainId,
      recipient: recipient ?? from,
    }),
  )
  const { id, message } = decodeMessages(receipt.logs)[0]!
  const { blockNumber, transactionHash } = receipt
  const sent = {
    ...(await hop('sent', source, blockNumber, transactionHash)),
    ms: Math.round(performance.now() - began),
  }
  onHop(sent)
  const names = { source: source.name, destination: destination.name }
  if (!wait) return { id, message, ...names, status: source === context.l1 ? 'provable' : 'sent', hops: [sent] }

  const located = { id, message, source, destination, blockNumber, transactionHash }
  const hops = [sent]
  const status = await followMessage(context, located, {
    timeout,
    l1Start: l1Start!,
    destinationStart: destinationStart!,
    onHop(next) {
      const timed = { ...next, ms: Math.round(performance.now() - began) }
      hops.push(timed)
      onHop(timed)
    },
  })
  return { id, message, ...names, status, hops }
}
