import type { Hex } from 'viem'
import type {
  BlobSchedule,
  Block,
  ForkSchedule,
  Genesis,
  Header,
  PayloadAttributes,
  Precompile,
  PrecompileContext,
  SealedBlock,
} from '../execute/index.ts'
import type { Clock } from './clock.ts'
import type { Logger } from './logger.ts'
import type { PooledTransaction } from './pool/TransactionPool.ts'
import type { Mining } from './production/mining.ts'
import type { RpcLimits } from './rpc/limits.ts'
import type { RpcMethods } from './rpc/router.ts'
import type { Listening, ListenOptions } from './rpc/server.ts'

/** The whole blob (131,072 bytes), if EXECUTE may read it at this point of the chain. */
export type BlobReader = (versionedHash: Uint8Array, context: PrecompileContext) => Uint8Array | undefined

/** How long a chain is kept, and where. */
export type KeepingOptions = {
  /**
   * Folder in which the chain is kept, with what waits in the pool, of this chain alone: it goes on where it ended, however it
   * ended. One process at a time.
   * @default none: the chain ends with the process
   */
  stateDir?: string
  /** Blocks below the head whose state stays readable; older states go, on disk too. @default 8192; with `stateDir` all */
  historyBlocks?: number
  /**
   * Blocks below the head that stay at the least, with receipts and logs; older ones go once they are finalized. At least
   * 256; with `stateDir` all but the last 256 lie on disk alone. @default 131072; with `stateDir` all
   */
  keptBlocks?: number
}

export type ExecutionNodeOptions = KeepingOptions & {
  /** Name in logs and messages: 'l1', 'r1'. */
  name: string
  chainId: number
  genesis: Genesis
  forks: ForkSchedule
  /** Forks that start at a block number instead, on chains older than Shanghai. */
  forkBlocks?: ForkSchedule
  /** Blobs per block of each fork. @default mainnet's */
  blobSchedule?: BlobSchedule
  /** Whose logs are validator deposits (EIP-6110). @default mainnet's */
  depositContract?: Hex
  mining: Mining
  /** What the next block is built on, beside the parent; missing fields take the chain's defaults. */
  attributes?: (parent: Header) => Promise<Partial<PayloadAttributes>>
  precompiles?: (blobs: BlobReader) => Precompile[]
  /** What their results depend on beside the chain, in words: a state directory made with other words is refused. */
  precompileRules?: string
  /** `false` (default): no blob store, type-3 transactions are refused. */
  blobs?: false | { /** Blocks for which sidecars are kept. @default 131072 */ retentionBlocks?: number }
  /** EIP-2718 types that the pool takes. @default 0, 1, 2, 4, and 3 with `blobs` */
  transactionTypes?: number[]
  limits?: {
    /** Most bytes of witness and transactions in a block; what would exceed them waits for the next block. */
    payloadBytes?: number
    /** `false` on a chain without a consensus layer: transactions that would make EIP-7685 requests are dropped. @default true */
    requests?: boolean
  }
  recordWitness?: boolean
  /** Whether the state can be dumped: the node then remembers the addresses and slots behind the hashes. @default false */
  dumps?: boolean
  /** Accounts whose transactions the node signs (`eth_sendTransaction`). */
  privateKeys?: Hex[]
  /** Methods beside or instead of the node's own. */
  methods?: RpcMethods
  rpc?: Partial<RpcLimits>
}

export type ExecutionNodeDeps = { clock: Clock; logger: Logger }

export type ExecutionNode = {
  name: string
  chainId: number
  genesis: SealedBlock
  /** EIP-1193: rejects with an RpcError. Needs no listening server. */
  request(request: { method: string; params?: unknown }): Promise<unknown>
  head(): SealedBlock
  blockByNumber(number: bigint): SealedBlock | undefined
  blockByHash(hash: Hex): SealedBlock | undefined
  /** Moves the `safe` and `finalized` tags. Errors: UNKNOWN_BLOCK. */
  setForkchoice(forkchoice: { safe?: Hex; finalized?: Hex }): void
  /** Seals one block now, with what the pool holds, even nothing. */
  seal(): Promise<SealedBlock>
  /**
   * A reorg: seals the blocks from number `first` on again, with the same timestamps and the same transactions in the same
   * order, on what `attributes` says now. A transaction that no longer fits returns to the pool.
   */
  reseal(first: bigint): Promise<void>
  /** Runs the whole state transition on a block (RLP or decoded) and makes it the head. Errors: InvalidBlock, UNKNOWN_PARENT. */
  importBlock(block: Uint8Array | Block): Promise<SealedBlock>
  /**
   * A reorg that others have made: takes these blocks (each on the one before, the first on one of the chain) and seals what
   * stood in their place again upon them, the same transactions in the same order. A transaction that they already hold, or
   * that no longer fits, is left to the pool. Errors: as importBlock, and then nothing has changed.
   */
  adoptBlocks(blocks: (Uint8Array | Block)[]): Promise<void>
  /** Called for each new canonical block, in order. Returns the way to stop it. */
  onBlock(listener: (block: SealedBlock) => void): () => void
  /** Called with the head whenever it has changed, also when it only went back. Returns the way to stop it. */
  onHead(listener: (head: SealedBlock) => void): () => void
  /** Called with each transaction that the pool takes. Returns the way to stop it. */
  onTransaction(listener: (transaction: PooledTransaction) => void): () => void
  /** Called whenever a block was sealed and no executable transaction is left. */
  onPoolDrained(listener: () => void): () => void
  listen(options: ListenOptions): Promise<Listening>
  /** Starts mining. */
  start(): void
  /** Stops mining and closes all listeners. */
  close(): Promise<void>
}
