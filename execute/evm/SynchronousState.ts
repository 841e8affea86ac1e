import type { CachedAccount, Slot } from '../state/CachedAccount.ts'
import type { Packed } from '../trie/packed.ts'

/** A state that answers at once. Accounts and slots are handles, good for the transaction that asked for them. */
export type SynchronousState = {
  /** The caller of system calls is no account: whoever meets it leaves it to the asynchronous methods. */
  isVirtual(address: Uint8Array): boolean
  /** Reads the account once. `key` is the address packed, for callers that have it. */
  openAccount(address: Uint8Array, key?: Packed): CachedAccount
  codeOf(account: CachedAccount): Uint8Array
  setBalance(account: CachedAccount, balance: bigint): void
  setNonce(account: CachedAccount, nonce: bigint): void
  setCode(account: CachedAccount, code: Uint8Array): void
  clearSlots(account: CachedAccount): void
  openSlot(account: CachedAccount, key: Packed): Slot
  /** The value before the transaction (EIP-2200), big-endian without leading zeros. */
  originOf(slot: Slot): Uint8Array
  writeSlot(slot: Slot, value: Uint8Array): void
  beginFrame(): void
  keepFrame(): void
  undoFrame(): void
}
