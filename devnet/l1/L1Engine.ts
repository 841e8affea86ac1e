import type { Hex } from 'viem'
import type { Clock, KeepingOptions, Logger, RpcLimits } from '../../chain/index.ts'
import type { DevnetConfig } from '../../configs/index.ts'
import type { ForkSchedule, Genesis } from '../../execute/index.ts'
import type { ChainProvider } from '../Devnet.ts'

export type L1EngineOptions = {
  config: DevnetConfig['l1']
  genesis: Genesis
  forks: ForkSchedule
  /** Contracts whose transactions call EXECUTE. */
  settlements: readonly Hex[]
  /** How long the chain is kept, and where. */
  keeping?: KeepingOptions
  rpc?: Partial<RpcLimits>
}

/** An L1 that answers. It has EXECUTE at 0x…0101, keeps blobs, and mines nothing by itself before `startSlots`. */
export type L1 = ChainProvider & {
  subscribe(onHead: () => void): () => void
  listen(options: ListenAt): Promise<{ http: string; ws: string }>
  /** From now on a block each slot; until then only when asked (`evm_mine`). */
  startSlots(): void
  stop(): Promise<void>
}

export type ListenAt = {
  host: string
  port: number
  allowedHosts?: readonly string[]
  allowedOrigins?: readonly string[]
}

/** A way to run an L1. */
export type L1Engine = (options: L1EngineOptions, deps: { clock: Clock; logger: Logger }) => Promise<L1>
