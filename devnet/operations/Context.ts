import { type Chain, type Client, createClient, custom, type Transport } from 'viem'
import { DevnetError } from '../errors.ts'
import { chainsOf, type Network, type RunningChain } from '../network/Network.ts'
import { defineL1, defineRollup } from '../viem/chains.ts'

export type ReadClient = Client<Transport, Chain>

/** A chain with a client to read it by. */
export type KnownChain = RunningChain & { client: ReadClient }

/** What the operations of a devnet work on. */
export type Context = {
  l1: KnownChain
  rollups: KnownChain[]
  chains: KnownChain[]
  /** Errors: CHAIN_UNKNOWN. */
  chain(name: string): KnownChain
  /** Errors: CHAIN_UNKNOWN, also for L1. */
  rollup(name: string): KnownChain
  byId(chainId: bigint | number): KnownChain | undefined
}

export function createContext(network: Pick<Network, 'l1' | 'rollups'>): Context {
  const chains = chainsOf(network).map((running): KnownChain => {
    const { chainId: id, name } = running
    const chain = running.kind === 'l1' ? defineL1({ id, name }) : defineRollup({ id, name, l1Id: network.l1.chainId })
    return Object.assign(running, {
      client: createClient({ chain, transport: custom(running, { retryCount: 0 }), pollingInterval: 50 }),
    })
  })
  const [l1, ...rollups] = chains as [KnownChain, ...KnownChain[]]
  const find = (name: string, among: KnownChain[]) => {
    const chain = among.find((candidate) => candidate.name === name)
    if (chain) return chain
    throw new DevnetError(
      'CHAIN_UNKNOWN',
      `there is no ${among === rollups ? 'rollup' : 'chain'} ${JSON.stringify(name)}`,
      {
        value: name,
        expected: `one of: ${among.map((candidate) => candidate.name).join(', ')}`,
        hint: 'nativeroll status lists the chains',
      },
    )
  }
  return {
    l1,
    rollups,
    chains,
    chain: (name) => find(name, chains),
    rollup: (name) => find(name, rollups),
    byId: (chainId) => chains.find((chain) => BigInt(chain.chainId) === BigInt(chainId)),
  }
}
