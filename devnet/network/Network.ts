import type { Address } from 'viem'
import type { ChainProvider } from '../Devnet.ts'

/** A chain that answers, wherever it runs. */
export type RunningChain = ChainProvider & {
  name: string
  chainId: number
  kind: 'l1' | 'rollup'
  contracts: Record<string, Address>
  http?: string
  ws?: string
  /** Path of its log file. */
  log?: string
  /** Calls back whenever there may be a new head. Returns the way to stop it. */
  subscribe(onHead: () => void): () => void
  /** Opens a port for it, where that is still possible. */
  listen?(options: { host: string; port: number }): Promise<{ http: string; ws: string }>
}

/** L1 and its rollups, running. What a provider makes and everything else here stands on. */
export type Network = {
  l1: RunningChain
  rollups: RunningChain[]
  /** Rejects when a part ends without having been asked to. Never resolves. */
  died: Promise<never>
  stop(): Promise<void>
}

export function chainsOf({ l1, rollups }: Pick<Network, 'l1' | 'rollups'>): RunningChain[] {
  return [l1, ...rollups]
}
