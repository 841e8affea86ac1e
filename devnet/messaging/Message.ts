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
  /** The payload is the recipient's calldata, instead of an argument of ERC-7786's `receiveMessage`. */
  rawCall: boolean
  payload: Hex
}

/**
 * - `unknown`: the source chain has no such message
 * - `sent`: on the source chain, in a block that has not settled
 * - `provable`: settled; delivered as soon as somebody proves it on the destination
 * - `delivered`: the recipient accepted it
 * - `failed`: proven, but the recipient refused it; its value waits in the gateway, and anyone may retry
 * - `returned`: it came after its deadline, and its value went back
 */
export type MessageStatus = 'unknown' | 'sent' | 'provable' | 'delivered' | 'failed' | 'returned'

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
