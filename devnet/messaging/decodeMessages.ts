import { type Hash, type Log, parseEventLogs } from 'viem'
import { gatewayAbi } from '../../contracts/index.ts'
import type { Message } from './Message.ts'

export type SentMessage = { id: Hash; message: Message }

/** The messages that a transaction's (or a block's) logs queued, in order. */
export function decodeMessages(logs: Log[]): (SentMessage & { log: Log })[] {
  return parseEventLogs({ abi: gatewayAbi, eventName: 'MessageQueued', logs }).map((log) => ({
    id: log.args.id,
    message: log.args.message,
    log,
  }))
}
