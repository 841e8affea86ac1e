export { createFollower } from './follower/createFollower.ts'
export type { Follower, FollowerReport, Mismatch } from './follower/Follower.ts'
export { createRollupGenesis, rollupGenesisHash } from './genesis.ts'
export { infraAddress, infraKey } from './keys.ts'
export { createHeadTracker } from './l1/HeadTracker.ts'
export { inHalves } from './l1/inHalves.ts'
export type { L1Provider } from './l1/L1Provider.ts'
export {
  createTransactionSender,
  type TransactionIntent,
  type TransactionSender,
} from './l1/TransactionSender.ts'
export { createRollupNode, type RollupNode } from './RollupNode.ts'
export type { Obstacle, RollupStatus } from './status.ts'
