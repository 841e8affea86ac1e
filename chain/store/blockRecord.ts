import { deserialize, serialize } from 'node:v8'
import {
  type Block,
  type ChainRules,
  decodeBlock,
  encodeBlock,
  impersonate,
  isImpersonated,
  type SealedBlock,
  type WorldState,
} from '../../execute/index.ts'

/** A block as it is kept, without its header, witness and state. */
export type BlockRecord = Pick<SealedBlock, 'receipts' | 'requests' | 'blockAccessList'> & { block: Block }

/** The block as the network has it, and beside it what the network lets everybody compute. */
type Stored = Omit<BlockRecord, 'block'> & {
  block: Uint8Array
  /** Root of the state that it was built on, if that is not the one its parent left. */
  amendedParentRoot?: Uint8Array
  /** Positions of transactions that their sender has not signed; the receipt names the sender. */
  impersonated: number[]
}

export function encodeBlockRecord(
  { block, receipts, requests, blockAccessList }: SealedBlock,
  amendedParentState?: WorldState,
): Uint8Array {
  const stored: Stored = {
    block: encodeBlock(block),
    impersonated: block.transactions.flatMap((transaction, index) => (isImpersonated(transaction) ? [index] : [])),
    receipts,
    requests,
    ...(blockAccessList && { blockAccessList }),
    ...(amendedParentState && { amendedParentRoot: amendedParentState.root }),
  }
  // Node's format for structured clones: it may be written to disk, and later versions read it.
  return serialize(stored)
}

export function amendedParentRootOf(record: Uint8Array): Uint8Array | undefined {
  return (deserialize(record) as Stored).amendedParentRoot
}

export function decodeBlockRecord(bytes: Uint8Array, rules: ChainRules): BlockRecord {
  const { impersonated, amendedParentRoot: _, ...stored } = deserialize(bytes) as Stored
  const block = decodeBlock(stored.block, rules)
  for (const index of impersonated) {
    block.transactions[index] = impersonate(block.transactions[index]!, stored.receipts[index]!.from)
  }
  return { ...stored, block }
}
