import type { ChainRules, Precompile, WorldState } from '../execute/index.ts'
import type { BlobStore } from './blobs/BlobStore.ts'
import type { Kzg } from './blobs/Kzg.ts'
import type { Clock } from './clock.ts'
import type { NextBlockFees } from './pool/checkSender.ts'
import type { TransactionPool } from './pool/TransactionPool.ts'
import type { BlockProducer } from './production/BlockProducer.ts'
import type { MiningLoop } from './production/miningLoop.ts'
import type { ChainStore } from './store/ChainStore.ts'

/** What the JSON-RPC methods stand on: `createXMethods(backend): RpcMethods`. */
export type Backend = {
  name: string
  chainId: number
  rules: ChainRules
  store: ChainStore
  pool: TransactionPool
  producer: BlockProducer
  loop: MiningLoop
  precompiles: Precompile[]
  clock: Clock
  /** State that the next block is built on: the head's, with what test methods have changed since. */
  state(): WorldState
  /** What the next block will charge. */
  fees(): NextBlockFees
  /** Absent on chains without blobs. */
  blobs?: { store: BlobStore; kzg: Kzg }
}
