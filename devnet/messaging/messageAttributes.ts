import { encodeFunctionData, type Hex, parseAbi, toFunctionSelector } from 'viem'

const abi = parseAbi([
  'function minGasLimit(uint256)',
  'function deliverAfter(uint256)',
  'function deliverBefore(uint256)',
  'function relayFee(uint256)',
])

export type MessageAttributes = {
  /** Gas that the recipient's call gets at least. @default 200_000n */
  gasLimit?: bigint
  /** Unix seconds before which it is not delivered. */
  deliverAfter?: bigint
  /** Unix seconds after which it is returned instead of delivered. */
  deliverBefore?: bigint
  /** wei, out of the value sent along, for whoever relays it. */
  fee?: bigint
  /** Call the recipient with the payload as it is, not through ERC-7786's `receiveMessage`. */
  rawCall?: boolean
}

/** ERC-7985's attributes `minGasLimit`, `deliverAfter` and `deliverBefore`, and the gateways' own `relayFee` and `rawCall`. */
export function messageAttributes(attributes: MessageAttributes): Hex[] {
  const { gasLimit, deliverAfter, deliverBefore, fee, rawCall } = attributes
  const encode = (functionName: (typeof abi)[number]['name'], value: bigint | undefined) =>
    value === undefined ? [] : [encodeFunctionData({ abi, functionName, args: [value] })]
  return [
    ...encode('minGasLimit', gasLimit),
    ...encode('deliverAfter', deliverAfter),
    ...encode('deliverBefore', deliverBefore),
    ...encode('relayFee', fee),
    ...(rawCall ? [toFunctionSelector('rawCall()')] : []),
  ]
}
