import type { Account, Address, Chain, Client, Transport } from 'viem'
import { type SendMessageErrorType, type SendMessageReturnType, sendMessage } from './sendMessage.ts'

export type DepositParameters = {
  /** Chain id of the rollup. */
  rollup: number | bigint
  /** wei */
  value: bigint
  /** @default the client's account */
  recipient?: Address
}
export type DepositReturnType = SendMessageReturnType
export type DepositErrorType = SendMessageErrorType

/**
 * Moves ETH from L1 to a rollup. The recipient needs nothing there: the relayer pays for the delivery.
 *
 * @param client wallet client of L1
 * @example
 * const hash = await deposit(l1, { rollup: 901, value: parseEther('1') })
 */
export function deposit(
  client: Client<Transport, Chain, Account>,
  { rollup, value, recipient = client.account.address }: DepositParameters,
): Promise<DepositReturnType> {
  return sendMessage(client, { destinationChainId: rollup, recipient, value })
}
