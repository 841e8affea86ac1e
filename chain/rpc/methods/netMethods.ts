import type { Backend } from '../../Backend.ts'
import type { RpcMethods } from '../router.ts'

/** A devnet node has no peers: chains meet through contracts, not through gossip. */
export function createNetMethods({ chainId }: Backend): RpcMethods {
  return {
    net_version: async () => String(chainId),
    eth_networkId: async () => String(chainId),
    net_listening: async () => true,
    net_peerCount: async () => '0x0',
  }
}
