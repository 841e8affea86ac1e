import { type Address, type Chain, encodeFunctionData, type Hex } from 'viem'
import { gatewayAbi } from '../../contracts/index.ts'
import { gatewayAddress } from './gatewayAddress.ts'
import { interoperableAddress } from './interoperableAddress.ts'
import { type MessageAttributes, messageAttributes } from './messageAttributes.ts'

export type SendMessageRequest = MessageAttributes & {
  /** Chain that sends; its `sourceId` tells a rollup from L1. */
  chain: Chain | undefined
  destinationChainId: number | bigint
  recipient: Address
  /** @default '0x' */
  payload?: Hex
  /** wei sent along, the fee for the relayer included. @default 0n */
  value?: bigint
}

/** The call to the chain's gateway (ERC-7786 `sendMessage`) that sends a message. */
export function encodeSendMessage(request: SendMessageRequest): { to: Address; data: Hex; value: bigint } {
  const { chain, destinationChainId, recipient, payload = '0x', value = 0n, ...attributes } = request
  const data = encodeFunctionData({
    abi: gatewayAbi,
    functionName: 'sendMessage',
    args: [interoperableAddress(destinationChainId, recipient), payload, messageAttributes(attributes)],
  })
  return { to: gatewayAddress(chain), data, value }
}
