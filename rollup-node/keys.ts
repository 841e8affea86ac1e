import { type Address, type Hex, keccak256, toBytes } from 'viem'
import { signerOf } from './signerOf.ts'

/** Who, beside the users, holds a key: two L1 accounts per rollup, the sequencer's fee recipient, one relayer (chain id 0). */
export type InfraRole = 'batcher' | 'settler' | 'sequencer' | 'relayer'

/** Well-known and worthless, like anvil's: never send real ether to it. */
export function infraKey(role: InfraRole, chainId: number): Hex {
  return keccak256(toBytes(`nativeroll:${role}:${chainId}`))
}

export function infraAddress(role: InfraRole, chainId: number): Address {
  return signerOf(infraKey(role, chainId)).address
}
