import { encodeEventTopics, type Hash } from 'viem'
import { gatewayAbi } from '../../contracts/index.ts'
import { DevnetError } from '../errors.ts'
import { decodeMessages } from '../messaging/decodeMessages.ts'
import { gatewayAddress } from '../messaging/gatewayAddress.ts'
import type { Message } from '../messaging/Message.ts'
import type { Context, KnownChain } from './Context.ts'
import { readLogs } from './readLogs.ts'

/** A message with the place where it was sent. */
export type LocatedMessage = {
  id: Hash
  message: Message
  source: KnownChain
  /** Undefined: the message names a chain that is not part of this devnet. */
  destination: KnownChain | undefined
  blockNumber: bigint
  transactionHash: Hash
}

/** Messages that a chain's gateway queued in blocks `from` to `to`, inclusive, in order; with `id`, that one alone. */
export async function readMessages(
  context: Context,
  source: KnownChain,
  { from, to, id }: { from: bigint /** @default the newest */; to?: bigint; id?: Hash },
): Promise<LocatedMessage[]> {
  const [signature] = encodeEventTopics({ abi: gatewayAbi, eventName: 'MessageQueued' })
  const topics = id === undefined ? [signature] : [signature, id]
  const range = to === undefined ? { from } : { from, to }
  const logs = await readLogs(source, { address: gatewayAddress(source.client.chain), topics }, range)
  return decodeMessages(logs).map(({ id, message, log }) => ({
    id,
    message,
    source,
    destination: context.byId(message.destinationChainId),
    blockNumber: log.blockNumber!,
    transactionHash: log.transactionHash!,
  }))
}

/** Looks for a message on all chains. Errors: MESSAGE_UNKNOWN. */
export async function findMessage(context: Context, id: Hash): Promise<LocatedMessage> {
  const found = await Promise.all(context.chains.map((source) => readMessages(context, source, { from: 0n, id })))
  const message = found.flat()[0]
  if (message) return message
  throw new DevnetError('MESSAGE_UNKNOWN', `no chain of this devnet has sent a message ${id}`, {
    value: id,
    expected: 'the id that sendMessage returned and MessageSent logged',
    hint: 'nativeroll status lists the messages that are under way',
  })
}
