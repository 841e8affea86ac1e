import { bytesToHex, type Hex } from 'viem'
import type { ExecutionNode } from '../chain/index.ts'

/** Whether the node's chain has that block. */
export function isBlockOf(node: ExecutionNode, number: bigint, hash: Hex): boolean {
  const own = node.blockByNumber(number)
  return own !== undefined && bytesToHex(own.hash) === hash
}
