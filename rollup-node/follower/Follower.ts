import type { Hex } from 'viem'
import type { ExecutionNode } from '../../chain/index.ts'
import type { BlockReference } from '../RollupNode.ts'

/** The first block where L1's record and our own execution part. */
export type Mismatch = { number: bigint; field: string; expected: Hex | string; got: Hex | string; l1Transaction?: Hex }

export type FollowerReport = {
  /** The newest block rebuilt. */
  head: BlockReference
  /** Blocks rebuilt so far. */
  blocks: bigint
  mismatch?: Mismatch
}

export type Follower = {
  /** The chain as rebuilt from L1 alone. */
  node: ExecutionNode
  /** Rebuilds up to L1's present head. */
  sync(): Promise<FollowerReport>
  /** Syncs now and after every L1 block, reporting each time something was rebuilt, until `stop`. */
  follow(onReport: (report: FollowerReport) => void): Promise<void>
  stop(): void
}
