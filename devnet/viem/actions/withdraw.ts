import { type Account, type Address, type Chain, ChainNotFoundError, type Client, type Transport } from 'viem'
import { type SendMessageErrorType, type SendMessageReturnType, sendMessage } from './sendMessage.ts'

export type WithdrawParameters = {
  /** wei */
  value: bigint
  /** @default the client's account */
  recipient?: Address
}
export type WithdrawReturnType = SendMessageReturnType
export type WithdrawErrorType = SendMessageErrorType | ChainNotFoundError

/**
 * Moves ETH from a rollup to its L1, where it arrives once L1 has settled the block that holds this transaction.
 *
 * @param client wallet client of the rollup; its chain names L1 as `sourceId`
 * @example
 * const hash = await withdraw(r1, { value: parseEther('0.5') })
 */
export function withdraw(
  client: Client<Transport, Chain, Account>,
  { value, recipient = client.account.address }: WithdrawParameters,
): Promise<WithdrawReturnType> {
  const { sourceId } = client.chain
  if (sourceId === undefined) throw new ChainNotFoundError()
  return sendMessage(client, { destinationChainId: sourceId, recipient, value })
}
