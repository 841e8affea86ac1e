import type { Address, Hash, Hex } from 'viem'
import type { Hop } from '../Devnet.ts'

/** `Message` of the gateways (contracts/src/interfaces): times in unix seconds, amounts in wei. */
export type Message = {
  sourceChainId: bigint
  nonce: bigint
  sender: Address
  destinationChainId: bigint
  recipient: Address
  value: bigint
  fee: bigint
  gasLimit: bigint
  deliverAfter: bigint
  deliverBefore: bigint
  payload: Hex
}

/**
 * - `sent`: on the source chain, whose block is not provable on the destination yet
 * - `provable`: the destination can verify it once it anchors the L1 block that holds the proof
 * - `delivered`, `failed`: what the destination gateway recorded; `failed` can be retried
 * - `expired`: `deliverBefore` has passed
 */
export type MessageStatus = 'unknown' | 'sent' | 'provable' | 'delivered' | 'failed' | 'expired'

export type MessageTrace = {
  id: Hash
  message: Message
  source: string
  destination: string
  status: MessageStatus
  hops: Hop[]
  /** Why it is not delivered: revert data of a failed delivery, or what it waits for. */
  reason?: string
}
