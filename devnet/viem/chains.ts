import { type Chain, defineChain } from 'viem'

export type ChainParameters = { id: number; name: string; http?: string; ws?: string; blockTime?: number }

const ether = { name: 'Ether', symbol: 'ETH', decimals: 18 } as const
const multicall3 = { address: '0xcA11bde05977b3631167028862bE2a173976CA11' } as const

/** viem's definition of a devnet's L1. */
export function defineL1({ id = 900, name = 'l1', ...endpoints }: Partial<ChainParameters> = {}): Chain {
  return defineChain({ id, name, ...shared(endpoints, 'http://127.0.0.1:8545') })
}

/** viem's definition of a native rollup; `sourceId` is its L1. */
export function defineRollup({ l1Id = 900, ...parameters }: ChainParameters & { l1Id?: number }): Chain {
  const { id, name, ...endpoints } = parameters
  return defineChain({ id, name, sourceId: l1Id, ...shared(endpoints, `http://127.0.0.1:${9545 + id - 901}`) })
}

function shared({ http, ws }: Pick<ChainParameters, 'http' | 'ws'>, fallback: string) {
  const urls = { http: [http ?? fallback], webSocket: [ws ?? (http ?? fallback).replace(/^http/, 'ws')] }
  return { nativeCurrency: ether, testnet: true, contracts: { multicall3 }, rpcUrls: { default: urls } }
}

/** L1 and the first two rollups on their default ports. */
export const nativerollL1 = defineL1()
export const nativerollR1 = defineRollup({ id: 901, name: 'r1' })
export const nativerollR2 = defineRollup({ id: 902, name: 'r2' })
