import { type Address, type Hex, hexToBigInt } from 'viem'
import { addresses, nativeRollupAddress } from '../addresses.ts'
import { executorBytecode } from '../generated/Executor.ts'
import { l1GatewayBytecode } from '../generated/L1Gateway.ts'
import { nativeRollupBytecode, nativeRollupStorage } from '../generated/NativeRollup.ts'
import { outboxBytecode } from '../generated/Outbox.ts'
import { rollupRegistryBytecode, rollupRegistryStorage } from '../generated/RollupRegistry.ts'
import { type Alloc, type AllocAccount, balanceAlloc, codeAlloc } from './Alloc.ts'
import { address, integer, mappingSlot, packed } from './storage.ts'
import { commonContracts, systemContracts } from './systemContracts.ts'

/**
 * A rollup that L1 knows from genesis.
 * @property sequencer coinbase of every block of the rollup
 * @property genesisTimestamp unix seconds
 * @property circulating wei in circulation at the rollup's genesis, put into L1's lockbox
 */
export type L1AllocRollup = {
  chainId: number
  gasLimit: bigint
  sequencer: Address
  genesisHash: Hex
  genesisTimestamp: bigint
  circulating: bigint
}

/**
 * @property balances wei of prefunded accounts
 * @property registrar who may add rollups later; none when left out
 */
export type L1AllocOptions = { balances: Record<Hex, bigint>; rollups: L1AllocRollup[]; registrar?: Address }

/** Genesis accounts of L1: registry, gateway (the lockbox), one NativeRollup per rollup, system contracts, prefunds. */
export function l1Alloc({ balances, rollups, registrar }: L1AllocOptions): Alloc {
  const contracts = codeAlloc({
    [addresses.rollupRegistry]: rollupRegistryBytecode.runtime,
    [addresses.l1Gateway]: l1GatewayBytecode.runtime,
    [addresses.outbox]: outboxBytecode.runtime,
    [addresses.executor]: executorBytecode.runtime,
  })
  contracts[addresses.rollupRegistry]!.storage = registryStorage(rollups, registrar)
  contracts[addresses.l1Gateway]!.balance = rollups.reduce((sum, rollup) => sum + rollup.circulating, 0n)
  return {
    ...balanceAlloc(balances),
    ...codeAlloc(systemContracts),
    ...codeAlloc(commonContracts),
    ...contracts,
    ...Object.fromEntries(rollups.map((rollup) => [nativeRollupAddress(rollup.chainId), rollupAccount(rollup)])),
  }
}

function registryStorage(rollups: L1AllocRollup[], registrar?: Address): Record<Hex, Hex> {
  const { rollupOf, registrar: registrarSlot } = rollupRegistryStorage
  const storage = Object.fromEntries(
    rollups.map(({ chainId }) => [mappingSlot(rollupOf.slot, chainId), address(nativeRollupAddress(chainId))]),
  )
  return registrar === undefined ? storage : { ...storage, [integer(registrarSlot.slot)]: address(registrar) }
}

/** Head at block 0, anchored to L1's block 0: what NativeRollup's constructor would store. */
function rollupAccount(rollup: L1AllocRollup): AllocAccount {
  const { _policy: policy, _head: head } = nativeRollupStorage
  return {
    balance: 0n,
    nonce: 1n,
    code: nativeRollupBytecode.runtime,
    storage: {
      [integer(policy.slot)]: packed([rollup.chainId, 0], [rollup.gasLimit, 8]),
      [integer(policy.slot + 1)]: packed([hexToBigInt(rollup.sequencer), 0]),
      [integer(head.slot)]: rollup.genesisHash,
      [integer(head.slot + 1)]: packed([rollup.genesisTimestamp, 8]),
    },
  }
}
