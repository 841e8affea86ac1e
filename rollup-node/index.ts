export type { Follower, FollowerReport, Mismatch } from './follower/Follower.ts'
export { type InfraRole, infraAddress, infraKey } from './keys.ts'
export type { L1Block } from './l1/L1Block.ts'
export type { L1Provider } from './l1/L1Provider.ts'
export type { BlobSidecar, MinedTransaction, TransactionIntent, TransactionSender } from './l1/TransactionSender.ts'
export type {
  AdvanceResult,
  BlockReference,
  RollupNode,
  RollupNodeDeps,
  RollupNodeOptions,
  RollupStatus,
  SettleMode,
} from './RollupNode.ts'
