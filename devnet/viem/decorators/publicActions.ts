import type { Chain, Client, Transport } from 'viem'
import {
  type BuildMessageProofParameters,
  type BuildMessageProofReturnType,
  buildMessageProof,
} from '../actions/buildMessageProof.ts'
import {
  type GetMessageStatusParameters,
  type GetMessageStatusReturnType,
  getMessageStatus,
} from '../actions/getMessageStatus.ts'
import {
  type WaitForFinalizedParameters,
  type WaitForFinalizedReturnType,
  waitForFinalized,
} from '../actions/waitForFinalized.ts'
import {
  type WaitForMessageParameters,
  type WaitForMessageReturnType,
  waitForMessage,
} from '../actions/waitForMessage.ts'

export type PublicActions = {
  buildMessageProof: (parameters: BuildMessageProofParameters) => Promise<BuildMessageProofReturnType>
  getMessageStatus: (parameters: GetMessageStatusParameters) => Promise<GetMessageStatusReturnType>
  waitForFinalized: (parameters: WaitForFinalizedParameters) => Promise<WaitForFinalizedReturnType>
  waitForMessage: (parameters: WaitForMessageParameters) => Promise<WaitForMessageReturnType>
}

/**
 * What a client of L1 or of a rollup can find out about messages and finality.
 *
 * @example
 * const r1 = createPublicClient({ chain: nativerollR1, transport: http() }).extend(publicActions())
 */
export function publicActions() {
  return (client: Client<Transport, Chain>): PublicActions => ({
    buildMessageProof: (parameters) => buildMessageProof(client, parameters),
    getMessageStatus: (parameters) => getMessageStatus(client, parameters),
    waitForFinalized: (parameters) => waitForFinalized(client, parameters),
    waitForMessage: (parameters) => waitForMessage(client, parameters),
  })
}
