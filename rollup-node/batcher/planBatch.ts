import type { Hex } from 'viem'
import { type BatchedBlock, batchedSize, batchOverhead } from './encodeBatch.ts'

export type PlannedBlock = BatchedBlock & { number: bigint; hash: Hex; transactions: number }

export type BatchLimits = {
  /** Usable bytes of the blobs of one transaction. */
  bytes: number
  /** Distinct anchors, each of which `post` writes to storage. */
  anchors: number
  blocks: number
}

/**
 * Which of the unposted `blocks` (contiguous, oldest first) go into the next batch: as many as fit, up to the last one with
 * transactions. A block without any has nothing to make available and settles inline, so it goes along only in front of
 * one that has, or, with `all`, because its anchor must be kept before L1 forgets it.
 */
export function planBatch(blocks: Iterable<PlannedBlock>, limits: BatchLimits, all = false): PlannedBlock[] {
  const taken: PlannedBlock[] = []
  const anchors = new Set<bigint>()
  let bytes = batchOverhead
  let end = 0
  for (const block of blocks) {
    bytes += batchedSize(block)
    anchors.add(block.anchorNumber)
    if (bytes > limits.bytes || anchors.size > limits.anchors || taken.length === limits.blocks) break
    taken.push(block)
    if (all || block.transactions > 0) end = taken.length
  }
  return taken.slice(0, end)
}
