import type { ExecResult } from '@ethereumjs/evm'
import { Account, Address, type PrefixedHexString } from '@ethereumjs/util'
import { hexToBytes } from '../state/hexToBytes.ts'
import type { BlockEnvironment } from './BlockEnvironment.ts'

/**
 * Removes the accounts that have destroyed themselves, since EIP-6780 only those that the same transaction created, and what
 * they did from the block access list.
 */
export async function destroyAccounts(env: BlockEnvironment, outcome: ExecResult): Promise<void> {
  const { common, evm, state } = env
  const balances = new Map<PrefixedHexString, bigint>()
  for (const key of outcome.selfdestruct?.keys() ?? []) {
    if (common.isActivatedEIP(6780) && !outcome.createdAddresses?.has(key)) continue
    const address = new Address(hexToBytes(key as PrefixedHexString))
    const balance = (await state.getAccount(address))?.balance ?? 0n
    balances.set(key as PrefixedHexString, balance)
    await evm.journal.deleteAccount(address)
    // EIP-8246: the balance outlives the code.
    if (common.isActivatedEIP(8246)) await evm.journal.putAccount(address, new Account(0n, balance))
  }
  if (balances.size > 0) evm.blockLevelAccessList?.cleanupSelfdestructed([...balances.keys()], balances)
}
