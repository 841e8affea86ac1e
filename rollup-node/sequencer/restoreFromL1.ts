import { bytesToHex } from 'viem'
import type { ExecutionNode, Logger } from '../../chain/index.ts'
import { bytesFromBlobs, type ChainRules, type SealedBlock } from '../../execute/index.ts'
import { decodeBatch } from '../batcher/encodeBatch.ts'
import { RollupError } from '../errors.ts'
import { createFollowerOf } from '../follower/Follower.ts'
import type { BlobSource } from '../l1/BlobSource.ts'
import type { L1Client } from '../l1/createL1Client.ts'
import type { HeadTracker } from '../l1/HeadTracker.ts'
import type { Posted, RollupContract } from '../l1/RollupContract.ts'
import { rebuildBatch } from './rebuildBatch.ts'

export type RestoreParts = {
  node: ExecutionNode
  rules: ChainRules
  client: L1Client
  contract: RollupContract
  heads: HeadTracker
  blobs: BlobSource
  feeRecipient: Uint8Array
  gasLimit: bigint
}

/**
 * Gives a sequencer that has lost its blocks everything L1 has of them: first what is settled, as a follower would, then what
 * is posted. Errors: NOT_RESTORABLE.
 */
export async function restoreFromL1(parts: RestoreParts, { logger }: { logger: Logger }): Promise<void> {
  const { node, contract, heads } = parts
  const settled = await contract.head()
  if (node.blockByNumber(settled.number) === undefined) {
    const { head, mismatch } = await createFollowerOf(parts, { logger }).sync()
    if (mismatch !== undefined || head.number < settled.number) {
      throw new RollupError('NOT_RESTORABLE', `${node.name} cannot be rebuilt from L1 beyond block ${head.number}`, {
        value: mismatch,
        expected: settled,
        hint: 'give the node a blob source that still has the old blobs, or its state directory',
      })
    }
  }
  for (const post of await contract.posted(0n, heads.latest().number)) {
    const next = node.head().block.header.number + 1n
    if (post.first > next || post.last < next) continue
    const blocks = await rebuildPost(parts, post).catch((error: Error) => {
      logger.warn({ l1Transaction: post.transactionHash, reason: error.message }, 'post.ignored')
      return []
    })
    if (bytesToHex(blocks.at(-1)?.hash ?? new Uint8Array()) !== post.lastHash) continue
    for (const { block } of blocks) await node.importBlock(block)
    logger.info({ first: Number(next), last: Number(post.last), hash: post.lastHash }, 'post.restored')
  }
}

async function rebuildPost(parts: RestoreParts, post: Posted): Promise<SealedBlock[]> {
  const { node, client, blobs } = parts
  const parent = node.head()
  const contents: Uint8Array[] = []
  for (const hash of post.versionedHashes) contents.push(await blobs.read(hash, post.l1Block))
  const { first, blocks } = decodeBatch(bytesFromBlobs(contents))
  const missing = blocks.slice(Number(parent.block.header.number + 1n - first))
  return rebuildBatch(parent, missing, {
    ...parts,
    anchorHash: async (blockNumber) => (await client.getBlock({ blockNumber })).hash,
    getBlockHash: (number) => node.blockByNumber(number)?.hash,
  })
}
