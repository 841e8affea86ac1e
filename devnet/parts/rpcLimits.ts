import type { RpcLimits } from '../../chain/index.ts'
import type { DevnetConfig } from '../../configs/index.ts'

/** Those limits of a configuration's `rpc` that are set. */
export function rpcLimits({ rpc }: Pick<DevnetConfig, 'rpc'>): Partial<RpcLimits> {
  return Object.fromEntries(Object.entries(rpc).filter(([, limit]) => limit !== undefined))
}
