import type { Hex } from 'viem'
import { addresses } from '../addresses.ts'
import { ethVaultBytecode } from '../generated/EthVault.ts'
import { executorBytecode } from '../generated/Executor.ts'
import { gatewayBytecode } from '../generated/Gateway.ts'
import { l1OriginBytecode, l1OriginStorage } from '../generated/L1Origin.ts'
import { outboxBytecode } from '../generated/Outbox.ts'
import { remoteRootsBytecode } from '../generated/RemoteRoots.ts'
import { type Alloc, balanceAlloc, codeAlloc } from './Alloc.ts'
import { integer } from './storage.ts'
import { commonContracts, systemContracts } from './systemContracts.ts'

/** Balance of EthVault at genesis, in wei: `EthVault.PREMINE`. */
export const VAULT_PREMINE = 2n ** 96n

/** @property balances wei in circulation at genesis; L1's lockbox must hold their sum. */
export type L2AllocOptions = { l1ChainId: number; balances: Record<Hex, bigint> }

/** Genesis accounts of a rollup: predeploys, system contracts and prefunded accounts. The same for every chain id. */
export function l2Alloc({ l1ChainId, balances }: L2AllocOptions): Alloc {
  const predeploys = codeAlloc({
    [addresses.l1Origin]: l1OriginBytecode.runtime,
    [addresses.remoteRoots]: remoteRootsBytecode.runtime,
    [addresses.outbox]: outboxBytecode.runtime,
    [addresses.executor]: executorBytecode.runtime,
    [addresses.gateway]: gatewayBytecode.runtime,
    [addresses.ethVault]: ethVaultBytecode.runtime,
  })
  predeploys[addresses.l1Origin]!.storage = { [integer(l1OriginStorage.l1ChainId.slot)]: integer(l1ChainId) }
  predeploys[addresses.ethVault]!.balance = VAULT_PREMINE
  return { ...balanceAlloc(balances), ...codeAlloc(systemContracts), ...codeAlloc(commonContracts), ...predeploys }
}
