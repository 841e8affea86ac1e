import { keccak256 } from '../../../execute/index.ts'
import { toHex } from '../../hex.ts'
import { bytes, readParameters } from '../parameters.ts'
import type { RpcMethods } from '../router.ts'

/** Its first part is what hardhat-network-helpers and OpenZeppelin's upgrades look for before they use test methods. */
export const clientVersion = `anvil/nativeroll/${process.platform}-${process.arch}/node${process.versions.node}`

export function createWeb3Methods(): RpcMethods {
  return {
    web3_clientVersion: async () => clientVersion,
    web3_sha3: async (params) => toHex(keccak256(readParameters(params, { data: bytes }).data)),
  }
}
