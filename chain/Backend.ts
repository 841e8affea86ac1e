import type { ChainRules, Precompile } from '../execute/index.ts'
import type { Clock } from './clock.ts'
import type { TransactionPool } from './pool/TransactionPool.ts'
import type { BlockProducer } from './production/BlockProducer.ts'
import type { ChainStore } from './store/ChainStore.ts'

/** What the JSON-RPC methods stand on: `createXMethods(backend): RpcMethods`. */
export type Backend = {
  name: string
  chainId: number
  rules: ChainRules
  store: ChainStore
  pool: TransactionPool
  producer: BlockProducer
  precompiles: Precompile[]
  clock: Clock
}
