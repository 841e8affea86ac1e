import type { DevnetConfig } from '../../configs/index.ts'
import type { Loggers } from '../loggers.ts'
import type { Network } from '../network/Network.ts'

export type ProviderDeps = {
  loggers: Loggers
  /** Ports of the configuration are opened; else none, until a chain is asked to listen. */
  listen: boolean
  /** Told what a start found and did about it. */
  onNote?: (note: string) => void
}

/** A way to run the parts of a devnet: all of them answer when it resolves, and the relayer is under way. */
export type Provider = (config: DevnetConfig, deps: ProviderDeps) => Promise<Network>
