import type { ExecutionNode, Logger } from '../../chain/index.ts'
import { bytesFromBlobs } from '../../execute/index.ts'
import { isBlockOf } from '../isBlockOf.ts'
import type { BlobSource } from '../l1/BlobSource.ts'
import type { Posted } from '../l1/RollupContract.ts'
import type { BatchSlices } from '../l1/RollupRecord.ts'
import { blockData } from './blockData.ts'
import { decodeBatch, encodeBatch } from './encodeBatch.ts'

/** Tells posts that hold this node's blocks from others: anyone may call `post`, with whatever blobs. */
export type PostInspector = {
  /** Remembers what blobs hold that this node has made itself. */
  remember(versionedHashes: readonly string[], slices: BatchSlices): void
  /** Where the blocks lie in the blobs, or `undefined` when they do not hold what the event says. */
  inspect(post: Posted): Promise<BatchSlices | undefined>
  /** Whether the node's chain still has the block that the post ends with. */
  isOurs(post: Pick<Posted, 'last' | 'lastHash'>): boolean
}

export function createPostInspector(
  { node, blobs }: { node: ExecutionNode; blobs: BlobSource },
  { logger }: { logger: Logger },
): PostInspector {
  const remembered = new Map<string, BatchSlices>()

  const isOurs = ({ last, lastHash }: Pick<Posted, 'last' | 'lastHash'>) => isBlockOf(node, last, lastHash)

  async function inspect(post: Posted): Promise<BatchSlices | undefined> {
    if (!isOurs(post)) return reject(post, 'not a block of this chain')
    const own = remembered.get(post.versionedHashes.join())
    if (own !== undefined) return own
    if (post.first === 0n || post.first > post.last) return reject(post, 'not a range of blocks')
    try {
      const contents: Uint8Array[] = []
      for (const hash of post.versionedHashes) contents.push(await blobs.read(hash, post.l1Block))
      const { first, blocks } = decodeBatch(bytesFromBlobs(contents))
      const complete = first === post.first && BigInt(blocks.length) === post.last - post.first + 1n
      if (!complete || !blocks.every((block, index) => holds(first + BigInt(index), block))) {
        return reject(post, 'the blobs hold something else')
      }
      return encodeBatch(first, blocks).slices
    } catch (error) {
      return reject(post, error instanceof Error ? error.message : String(error))
    }
  }

  function holds(number: bigint, data: { payload: Uint8Array; witness: Uint8Array }): boolean {
    const block = node.blockByNumber(number)!
    // A settled block has lost its witness in time, and nobody needs it any more.
    const { payload, witness } = blockData({ ...block, witness: block.witness ?? noWitness }, node.chainId)
    if (Buffer.compare(payload, data.payload) !== 0) return false
    return block.witness === undefined || Buffer.compare(witness, data.witness) === 0
  }

  function reject(post: Posted, reason: string): undefined {
    const { first, last, lastHash, transactionHash } = post
    logger.warn(
      { first: Number(first), last: Number(last), lastHash, l1Transaction: transactionHash, reason },
      'post.ignored',
    )
  }

  return {
    inspect,
    isOurs,
    remember(versionedHashes, slices) {
      remembered.set(versionedHashes.join(), slices)
      if (remembered.size > mostRemembered) remembered.delete(remembered.keys().next().value!)
    },
  }
}

/** Own posts whose layout is known; that of an older one is read from its blobs. */
const mostRemembered = 1024

const noWitness = { state: [], codes: [], headers: [] }
