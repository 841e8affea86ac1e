import type { ChainRules, Header, PayloadAttributes, Precompile } from '../execute/index.ts'
import type { BlobStore } from './blobs/BlobStore.ts'
import type { Kzg } from './blobs/Kzg.ts'
import type { Clock } from './clock.ts'
import type { HeadState } from './headState.ts'
import type { Impersonation } from './Impersonation.ts'
import type { NextBlockFees } from './pool/checkSender.ts'
import type { TransactionPool } from './pool/TransactionPool.ts'
import type { BlockProducer } from './production/BlockProducer.ts'
import type { MiningLoop } from './production/miningLoop.ts'
import type { RpcLimits } from './rpc/limits.ts'
import type { BloomIndex } from './store/BloomIndex.ts'
import type { ChainStore } from './store/ChainStore.ts'

/** What the JSON-RPC methods stand on: `createXMethods(backend): RpcMethods`. */
export type Backend = {
  name: string
  chainId: number
  rules: ChainRules
  store: ChainStore
  blooms: BloomIndex
  pool: TransactionPool
  producer: BlockProducer
  loop: MiningLoop
  precompiles: Precompile[]
  clock: Clock
  headState: HeadState
  impersonation: Impersonation
  /** What the chain decides about a block on this parent. */
  attributes?: ((parent: Header) => Promise<Partial<PayloadAttributes>>) | undefined
  limits: RpcLimits
  /** Addresses that had code from the start, in lower case. */
  genesisContracts: Set<string>
  /** What the next block will charge. */
  fees(): NextBlockFees
  /** Absent on chains without blobs. */
  blobs?: { store: BlobStore; kzg: Kzg }
}
