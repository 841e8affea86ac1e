import type { Hex } from 'viem'
import type { Clock, ExecutionNode, Logger } from '../chain/index.ts'
import type { L1Provider } from './l1/L1Provider.ts'

/** When sealed blocks are settled: as soon as their data is on L1, every `interval` seconds, or only by `advance()`. */
export type SettleMode = 'auto' | 'manual' | { interval: number }

export type RollupNodeOptions = {
  chainId: number
  /** Name in logs: 'r1'. */
  name: string
  l1: L1Provider
  l1ChainId: number
  settle: SettleMode
  /** Seconds between blocks. Absent: a block whenever the pool holds a transaction. */
  blockTime?: number
  /** Constant gas limit of every block. @default 10_000_000 */
  gasLimit?: number
  /** L1 accounts that pay for posting and settling. @default infraKey('batcher' | 'settler', chainId) */
  keys?: { batcher?: Hex; settler?: Hex }
  /** Sidecar of blob transactions: EIP-4844's blob proofs (cheaper to compute), or EIP-7594's cell proofs. @default 'blob' */
  blobSidecar?: 'blob' | 'cell'
  /** How many L1 blocks the anchor stays behind L1's head. @default 0 */
  anchorDepth?: number
}

export type RollupNodeDeps = { clock: Clock; logger: Logger }

export type BlockReference = { number: bigint; hash: Hex }

export type RollupStatus = {
  /** Sequenced. */
  latest: BlockReference
  /** Its data is in an L1 block. */
  safe: BlockReference
  /** Settled by EXECUTE. */
  finalized: BlockReference
  /** What separates `latest` from `finalized`; seconds of L2 time. */
  lag: { blocks: bigint; seconds: bigint }
  unposted: bigint
  unsettled: bigint
  /** The newest L1 transaction that settled blocks of this rollup, as far as this node sent it. */
  lastAdvance?: AdvanceResult
  /** Bytes of witness of the newest block. */
  witnessBytes: number
}

/** One L1 transaction that settled blocks. */
export type AdvanceResult = {
  /** Inclusive range of L2 blocks. */
  first: bigint
  last: bigint
  transactionHash: Hex
  l1Block: bigint
  /** L1 gas of the whole transaction. */
  gasUsed: bigint
}

export type RollupNode = {
  node: ExecutionNode
  /** Begins sequencing, posting and (unless `settle` is manual) settling. Resolves once it knows where the chains stand. */
  start(): Promise<void>
  stop(): Promise<void>
  /** Settles what is sealed so far, at most `blocks`, whatever the settle mode. Empty when there was nothing to do. */
  advance(options?: { blocks?: number }): Promise<AdvanceResult[]>
  status(): RollupStatus
  /** Resolves when block `number` is finalized. */
  settled(number: bigint): Promise<void>
}
