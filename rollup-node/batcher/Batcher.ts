import { bytesToHex, encodeFunctionData } from 'viem'
import { type BlobSidecar, type ExecutionNode, type Kzg, type Logger, sidecarOf } from '../../chain/index.ts'
import { nativeRollupAbi } from '../../contracts/index.ts'
import { blobsFromBytes, type SealedBlock, USABLE_BYTES_PER_BLOB } from '../../execute/index.ts'
import { isBlockOf } from '../isBlockOf.ts'
import type { BlobSource } from '../l1/BlobSource.ts'
import type { HeadTracker } from '../l1/HeadTracker.ts'
import type { Posted, RollupContract } from '../l1/RollupContract.ts'
import type { AcceptedPost, RollupRecord } from '../l1/RollupRecord.ts'
import type { MinedTransaction, TransactionSender } from '../l1/TransactionSender.ts'
import { createLoop } from '../loop.ts'
import { printable } from '../printable.ts'
import type { Anchors } from '../sequencer/Anchors.ts'
import { blockData } from './blockData.ts'
import { encodeBatch } from './encodeBatch.ts'
import type { PostInspector } from './PostInspector.ts'
import { type PlannedBlock, planBatch } from './planBatch.ts'
import { postGas } from './postGas.ts'

export type Batcher = {
  start(): void
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>
}

export type BatcherParts = {
  node: ExecutionNode
  contract: RollupContract
  heads: HeadTracker
  record: RollupRecord
  sender: TransactionSender
  anchors: Anchors
  blobs: BlobSource
  kzg: Kzg
  inspector: PostInspector
}

/** EIP-7594 and EIP-7892: most blobs of one transaction. */
const BLOBS_PER_TRANSACTION = 6
const LIMITS = { bytes: BLOBS_PER_TRANSACTION * USABLE_BYTES_PER_BLOB, anchors: 96, blocks: 1024 }

/** An anchor this many L1 blocks old is posted even for blocks without transactions: EIP-2935 keeps 8191. */
const OLD_ANCHOR = 4096n

/**
 * Puts sealed blocks into blobs as soon as there are any. What is posted already it knows from L1 alone, so it may stop and
 * start at any time. Blobs of unsettled blocks are posted again before L1 lets go of them.
 */
export function createBatcher(
  parts: BatcherParts,
  options: { sidecar: 'blob' | 'cell'; retentionBlocks: number },
  { logger }: { logger: Logger },
): Batcher {
  const { node, contract, heads, record, sender, anchors, blobs, inspector, kzg } = parts
  const loop = createLoop('batch', run, logger)
  let stopped = true
  let stopListening: (() => void)[] = []

  async function run(): Promise<void> {
    try {
      while (!stopped) {
        await record.refresh()
        // Blocks behind one that somebody else has settled cannot settle: the sequencer makes others.
        if (!isBlockOf(node, record.settled().number, record.settled().blockHash)) return
        const expiring = record.posts().find((post) => expires(post))
        const done = expiring === undefined ? await postNext() : await postAgain(expiring)
        if (!done) return
      }
    } catch (error) {
      // Stopping cuts short what is under way.
      if (!stopped) throw error
    }
  }

  async function postNext(): Promise<boolean> {
    const first = record.lastPosted() + 1n
    const sealed = node.blockByNumber(first)
    if (sealed === undefined) return false
    const all = await isOld(sealed)
    if (!all && !hasTransactions(first)) return false
    const batch = planBatch(await unposted(first), LIMITS, all)
    const lastBlock = batch.at(-1)
    if (lastBlock === undefined) return false

    const started = performance.now()
    const { bytes, slices } = encodeBatch(first, batch)
    const sidecar = await sidecarOf(blobsFromBytes(bytes), kzg, options.sidecar)
    inspector.remember(sidecar.versionedHashes, slices)
    const proven = performance.now()
    const { number: last, hash: lastHash } = lastBlock
    // Sealed again while the blobs were made.
    if (!batch.every(({ number, hash }) => inspector.isOurs({ last: number, lastHash: hash }))) return true
    const mined = await post({ first, last, lastHash }, [...new Set(batch.map((block) => block.anchorNumber))], sidecar)
    if (mined === undefined) return false
    const kzgMs = Math.round(proven - started)
    report('batch.posted', mined, { first, last, bytes: bytes.length, blobs: sidecar.blobs.length, kzgMs }, started)
    return mined.status === 'success'
  }

  async function postAgain(old: AcceptedPost): Promise<boolean> {
    const started = performance.now()
    const contents: Uint8Array[] = []
    for (const hash of old.versionedHashes) contents.push(await blobs.read(hash, old.l1Block))
    const sidecar = await sidecarOf(contents, kzg, options.sidecar)
    inspector.remember(sidecar.versionedHashes, old.slices)
    const mined = await post(old, [], sidecar)
    if (mined === undefined) return false
    report('batch.postedAgain', mined, { first: old.first, last: old.last, blobs: contents.length }, started)
    return mined.status === 'success'
  }

  function post(
    range: Pick<Posted, 'first' | 'last' | 'lastHash'>,
    anchorNumbers: bigint[],
    sidecar: BlobSidecar,
  ): Promise<MinedTransaction | undefined> {
    const data = encodeFunctionData({
      abi: nativeRollupAbi,
      functionName: 'post',
      args: [range.first, range.last, range.lastHash, anchorNumbers],
    })
    const stillWanted = async () => {
      if (!inspector.isOurs(range)) return false
      await record.refresh()
      const present = record.postOf(range.last)
      return record.settled().number < range.last && (present === undefined || expires(present))
    }
    return sender.send({
      label: 'post',
      to: contract.address,
      data,
      gas: postGas(data, anchorNumbers.length),
      sidecar,
      stillWanted,
    })
  }

  async function unposted(first: bigint): Promise<PlannedBlock[]> {
    const planned: PlannedBlock[] = []
    let bytes = 0
    for (let number = first; bytes <= LIMITS.bytes && planned.length <= LIMITS.blocks; number++) {
      const sealed = node.blockByNumber(number)
      if (sealed === undefined) break
      const { header, transactions } = sealed.block
      const anchorNumber = await anchors.numberOf(header.parentBeaconBlockRoot!)
      const data = blockData(sealed, node.chainId)
      bytes += data.payload.length + data.witness.length
      planned.push({
        number,
        hash: bytesToHex(sealed.hash),
        transactions: transactions.length,
        timestamp: header.timestamp,
        anchorNumber,
        ...data,
      })
    }
    return planned
  }

  function hasTransactions(first: bigint): boolean {
    for (let number = first; ; number++) {
      const sealed = node.blockByNumber(number)
      if (sealed === undefined) return false
      if (sealed.block.transactions.length > 0) return true
    }
  }

  async function isOld(sealed: SealedBlock): Promise<boolean> {
    const anchor = await anchors.numberOf(sealed.block.header.parentBeaconBlockRoot!)
    return heads.latest().number - anchor > OLD_ANCHOR
  }

  /** In the last quarter of the time for which EXECUTE may read the blobs. */
  function expires(post: Posted): boolean {
    return heads.latest().number - post.l1Block > (BigInt(options.retentionBlocks) * 3n) / 4n
  }

  function report(event: string, mined: MinedTransaction, details: Record<string, unknown>, started: number): void {
    const { hash, blockNumber, status, gasUsed } = mined
    const ms = Math.round(performance.now() - started)
    const level = status === 'success' ? 'info' : 'error'
    logger[level](
      {
        ...printable(details),
        l1Transaction: hash,
        l1Block: Number(blockNumber),
        gasUsed: Number(gasUsed),
        status,
        ms,
      },
      event,
    )
  }

  return {
    start() {
      stopped = false
      stopListening = [node.onBlock(loop.trigger), heads.onBlock(loop.trigger)]
      loop.trigger()
    },
    async stop() {
      stopped = true
      for (const stopOne of stopListening) stopOne()
      await loop.idle()
    },
  }
}
