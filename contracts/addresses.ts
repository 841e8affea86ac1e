import type { Address } from 'viem'

/** Where the protocol's contracts are, in every genesis. `nativeRollupAddress` gives those of the rollups. */
export const addresses = {
  /** EXECUTE, on L1 (EIP-8079). */
  execute: '0x0000000000000000000000000000000000000101',

  rollupRegistry: '0x8079000000000000000000000000000000000001',
  l1Gateway: '0x8079000000000000000000000000000000000002',

  /** On L1 and on every rollup. */
  outbox: '0x8079000000000000000000000000000000000003',
  executor: '0x8079000000000000000000000000000000000004',

  l1Origin: '0x8079000000000000000000000000000000000011',
  remoteRoots: '0x8079000000000000000000000000000000000012',
  gateway: '0x8079000000000000000000000000000000000014',
  ethVault: '0x8079000000000000000000000000000000000015',

  multicall3: '0xcA11bde05977b3631167028862bE2a173976CA11',
  create2Factory: '0x4e59b44847b379578588920cA78FbF26c0B4956C',

  /** EIP-4788, EIP-2935, EIP-7002, EIP-7251. */
  beaconRoots: '0x000F3df6D732807Ef1319fB7B8bB8522d0Beac02',
  historyStorage: '0x0000F90827F1C53a10cb7A02335B175320002935',
  withdrawalRequests: '0x00000961Ef480Eb55e80D19ad83579A64c007002',
  consolidationRequests: '0x0000BBdDc7CE488642fb579F8B00f3a590007251',

  /** EIP-8282, called from Amsterdam on. */
  builderDeposits: '0x0000bFF46984e3725691FA540a8C7589300D8282',
  builderExits: '0x000064D678505ad48F8cCb093BC65613800E8282',
} as const satisfies Record<string, Address>

/** First chain id a rollup may have: lower ones would put its L1 contract on another contract's address. */
export const MIN_ROLLUP_CHAIN_ID = 256

/** Address on L1 of the NativeRollup of a chain: `0x8079…` with the chain id in the low eight bytes. */
export function nativeRollupAddress(chainId: number): Address {
  if (!Number.isSafeInteger(chainId) || chainId < MIN_ROLLUP_CHAIN_ID) {
    throw new RangeError(`rollup chain id ${chainId}: expected an integer of at least ${MIN_ROLLUP_CHAIN_ID}`)
  }
  return `0x8079${chainId.toString(16).padStart(36, '0')}`
}
