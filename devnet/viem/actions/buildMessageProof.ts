import type { Chain, Client, Transport } from 'viem'
import { buildMessageProof as build, type MessageProof } from '../../messaging/buildMessageProof.ts'
import type { Message } from '../../messaging/Message.ts'

export type BuildMessageProofParameters = {
  message: Message
  /** Block of the source chain that holds the message. */
  blockNumber: bigint
  /** Client of the chain that sent it. */
  source: Client<Transport, Chain>
  /** Client of L1. */
  l1: Client<Transport, Chain>
}
export type BuildMessageProofReturnType = MessageProof

/**
 * Collects what proves a message to the client's chain: headers and `eth_getProof` output for every hop.
 * Errors: NOT_PROVABLE, which says what has to happen first.
 *
 * @param client client of the destination
 * @example
 * const proof = await buildMessageProof(r2, { message, blockNumber, source: r1, l1 })
 */
export function buildMessageProof(
  client: Client<Transport, Chain>,
  { message, blockNumber, source, l1 }: BuildMessageProofParameters,
): Promise<BuildMessageProofReturnType> {
  return build({ message, blockNumber, source, l1, destination: client })
}
