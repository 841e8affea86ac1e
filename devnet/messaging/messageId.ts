import { encodeAbiParameters, getAbiItem, type Hash, keccak256 } from 'viem'
import { gatewayAbi } from '../../contracts/index.ts'
import type { Message } from './Message.ts'

const version = 1n
const [tuple] = getAbiItem({ abi: gatewayAbi, name: 'messageId' }).inputs

/** `keccak256(abi.encode(uint256(1), message))`: the key of a message in its source's Outbox (MessageGateway.messageId). */
export function messageId(message: Message): Hash {
  return keccak256(encodeAbiParameters([{ type: 'uint256' }, tuple], [version, message]))
}
