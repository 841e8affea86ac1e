import type { Address } from '@ethereumjs/util'
import { equalBytes, hasNoCode } from '../state/accountCodec.ts'
import type { CachedAccount } from '../state/CachedAccount.ts'
import { emptyRoot } from '../trie/encodeNode.ts'
import type { Execution } from './Execution.ts'

/** Whether an account has anything of a contract, so that none can be created in its place (EIP-684, EIP-7610). */
export function isTaken({ current }: CachedAccount): boolean {
  if (current === undefined) return false
  return current.nonce > 0n || !hasNoCode(current) || !equalBytes(current.storageRoot, emptyRoot)
}

/** The account begins anew, as a contract that is created (EIP-161). Which are matters for SELFDESTRUCT (EIP-6780). */
export function becomeContract({ state, created, journal }: Execution, address: Address, account: CachedAccount): void {
  const hex = address.toString()
  if (!created.has(hex)) {
    created.add(hex)
    journal.onUndo(() => created.delete(hex))
  }
  state.clearSlots(account)
  state.setNonce(account, 1n)
}
