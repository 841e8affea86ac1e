import type { Account, Chain, Client, Transport } from 'viem'
import {
  type DeliverMessageParameters,
  type DeliverMessageReturnType,
  deliverMessage,
} from '../actions/deliverMessage.ts'
import { type DepositParameters, type DepositReturnType, deposit } from '../actions/deposit.ts'
import { type RetryMessageParameters, type RetryMessageReturnType, retryMessage } from '../actions/retryMessage.ts'
import { type SendMessageParameters, type SendMessageReturnType, sendMessage } from '../actions/sendMessage.ts'
import { type WithdrawParameters, type WithdrawReturnType, withdraw } from '../actions/withdraw.ts'

export type WalletActions = {
  deliverMessage: (parameters: DeliverMessageParameters) => Promise<DeliverMessageReturnType>
  deposit: (parameters: DepositParameters) => Promise<DepositReturnType>
  retryMessage: (parameters: RetryMessageParameters) => Promise<RetryMessageReturnType>
  sendMessage: (parameters: SendMessageParameters) => Promise<SendMessageReturnType>
  withdraw: (parameters: WithdrawParameters) => Promise<WithdrawReturnType>
}

/**
 * What an account can send between the chains.
 *
 * @example
 * const l1 = createWalletClient({ account, chain: nativerollL1, transport: http() }).extend(walletActions())
 * await l1.deposit({ rollup: 901, value: parseEther('1') })
 */
export function walletActions() {
  return (client: Client<Transport, Chain, Account>): WalletActions => ({
    deliverMessage: (parameters) => deliverMessage(client, parameters),
    deposit: (parameters) => deposit(client, parameters),
    retryMessage: (parameters) => retryMessage(client, parameters),
    sendMessage: (parameters) => sendMessage(client, parameters),
    withdraw: (parameters) => withdraw(client, parameters),
  })
}
