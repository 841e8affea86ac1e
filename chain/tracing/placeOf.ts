import type { Hex } from 'viem'
import { toHex } from '../hex.ts'
import type { TraceSubject } from './TraceRecorder.ts'

export type CallPlace = { blockHash: Hex; blockNumber: number; transactionHash: Hex; transactionPosition: number }

/** Where the chain has a call's transaction, as OpenEthereum says it beside each call. */
export function placeOf({ place }: Pick<TraceSubject, 'place'>): CallPlace | undefined {
  if (place === undefined) return undefined
  const { block, index } = place
  return {
    blockHash: toHex(block.hash),
    blockNumber: Number(block.block.header.number),
    transactionHash: toHex(block.receipts[index]!.transactionHash),
    transactionPosition: index,
  }
}
