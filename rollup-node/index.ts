export { createFollower, type FollowerOptions } from './follower/createFollower.ts'
export type { Follower, FollowerReport, Mismatch } from './follower/Follower.ts'
export { createRollupGenesis, type RollupGenesisOptions, rollupGenesisHash } from './genesis.ts'
export { type InfraRole, infraAddress, infraKey } from './keys.ts'
export type { BlobSource } from './l1/BlobSource.ts'
export { createHeadTracker, type HeadTracker } from './l1/HeadTracker.ts'
export { inHalves } from './l1/inHalves.ts'
export type { L1Block } from './l1/L1Block.ts'
export type { L1Provider } from './l1/L1Provider.ts'
export {
  createTransactionSender,
  type MinedTransaction,
  type TransactionIntent,
  type TransactionSender,
  type TransactionSenderOptions,
} from './l1/TransactionSender.ts'
export { createRollupNode, type RollupNode, type RollupNodeDeps, type RollupNodeOptions } from './RollupNode.ts'
export type { AdvanceResult, SettleMode } from './settler/Settler.ts'
export type { Signer } from './signerOf.ts'
export type { BlockReference, Obstacle, RollupStatus } from './status.ts'
