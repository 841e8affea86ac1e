import { bytesToHex, type Hex } from 'viem'
import { createKzg, type ExecutionNode, type Logger } from '../chain/index.ts'
import type { GasSchedule } from '../execute/index.ts'
import { createBatcher } from './batcher/Batcher.ts'
import { createPostInspector } from './batcher/PostInspector.ts'
import { isBlockOf } from './isBlockOf.ts'
import type { BlobSource } from './l1/BlobSource.ts'
import type { L1Client } from './l1/createL1Client.ts'
import type { HeadTracker } from './l1/HeadTracker.ts'
import type { L1Provider } from './l1/L1Provider.ts'
import type { RollupContract } from './l1/RollupContract.ts'
import { createRollupRecord, type RollupRecord } from './l1/RollupRecord.ts'
import { createTransactionSender } from './l1/TransactionSender.ts'
import type { Anchors } from './sequencer/Anchors.ts'
import { createSettler, type SettleMode, type Settler } from './settler/Settler.ts'

/** What brings a node's blocks to L1, batcher and settler, and moves the node's `safe` and `finalized` accordingly. */
export type Publisher = {
  record: RollupRecord
  settler: Settler
  /** Resolves once it is known where L1 stands. `heads` must have started. */
  start(): Promise<void>
  /** For good: a further start needs a new publisher, which learns everything from L1. */
  stop(): Promise<void>
}

export type PublisherParts = {
  node: ExecutionNode
  provider: L1Provider
  client: L1Client
  contract: RollupContract
  heads: HeadTracker
  anchors: Anchors
  blobs: BlobSource
}

export type PublisherOptions = {
  l1ChainId: number
  settle: SettleMode
  keys: { batcher: Hex; settler: Hex }
  sidecar: 'blob' | 'cell'
  retentionBlocks: number
  executeGas: GasSchedule
  /** Whether Amsterdam's gas holds on L1 at a time (unix seconds). @default never */
  isAmsterdam?: (l1Time: bigint) => boolean
}

export function createPublisher(parts: PublisherParts, options: PublisherOptions, deps: { logger: Logger }): Publisher {
  const { node, provider, contract, heads, blobs } = parts
  const log = (module: string) => deps.logger.child({ chain: node.name, module })
  const kzg = createKzg()
  const inspector = createPostInspector({ node, blobs }, { logger: log('batcher') })
  const record = createRollupRecord({ contract, heads, inspect: inspector.inspect, isOurs: inspector.isOurs })
  const senders = {
    batcher: createTransactionSender(
      { provider, privateKey: options.keys.batcher, chainId: options.l1ChainId, heads },
      { logger: log('batcher') },
    ),
    settler: createTransactionSender(
      { provider, privateKey: options.keys.settler, chainId: options.l1ChainId, heads },
      { logger: log('settler') },
    ),
  }
  const batcher = createBatcher(
    { ...parts, record, inspector, kzg, sender: senders.batcher },
    { sidecar: options.sidecar, retentionBlocks: options.retentionBlocks },
    { logger: log('batcher') },
  )
  const settler = createSettler(
    { ...parts, record, sender: senders.settler },
    { mode: options.settle, executeGas: options.executeGas, isAmsterdam: options.isAmsterdam ?? (() => false) },
    { logger: log('settler') },
  )

  record.onChange(() => {
    const safe = node.blockByNumber(record.lastPosted())
    const { number, blockHash } = record.settled()
    // What somebody else has settled in our block's place is not ours yet.
    if (!isBlockOf(node, number, blockHash)) return
    node.setForkchoice({ ...(safe && { safe: bytesToHex(safe.hash) }), finalized: blockHash })
  })

  return {
    record,
    settler,
    async start() {
      await record.refresh()
      batcher.start()
      settler.start()
    },
    async stop() {
      senders.batcher.stop()
      senders.settler.stop()
      const stopped = Promise.all([batcher.stop(), settler.stop()])
      // A proof under way may take seconds, and nobody will send it.
      kzg.close()
      await stopped
    },
  }
}
