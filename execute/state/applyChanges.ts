import { unpack } from '../trie/packed.ts'
import { type Entry, putAll, remove } from '../trie/trie.ts'
import type { Preimages } from '../types/Preimages.ts'
import type { WorldState } from '../types/WorldState.ts'
import type { WitnessRecorder } from '../witness/createWitnessRecorder.ts'
import type { AccountLeaf, AccountTrie, StorageTrie } from './AccountLeaf.ts'
import { equalBytes, noCode } from './accountCodec.ts'
import type { CachedAccount } from './CachedAccount.ts'
import { createWorldState } from './createWorldState.ts'

/**
 * The base state with the accounts' changes. In each trie insertions and updates come first and deletions last, so that
 * as few branches as possible collapse: that makes the witness minimal.
 */
export function applyChanges(
  base: WorldState,
  changed: Iterable<CachedAccount>,
  recorder?: WitnessRecorder,
): WorldState {
  const written: Entry<AccountLeaf>[] = []
  const deleted: Uint8Array[] = []
  for (const account of changed) {
    const leaf = leafOf(account, recorder)
    if (leaf === account.origin) continue
    if (leaf === undefined) deleted.push(account.path)
    else {
      written.push({ path: account.path, value: leaf })
      if (base.preimages) addPreimages(account, base.preimages)
    }
  }
  let accounts: AccountTrie = putAll(base.accounts, written)
  for (const path of deleted) accounts = remove(accounts, path, recorder?.visitAccountNode)
  return accounts === base.accounts ? base : createWorldState(accounts, base.codes, base.preimages)
}

function addPreimages({ path, key, storage }: CachedAccount, preimages: Preimages): void {
  preimages.add(path, unpack(key))
  for (const [slotKey, slot] of storage)
    if (!equalBytes(slot.origin, slot.value)) preimages.add(slot.path, unpack(slotKey))
}

/** The account's leaf after the block: the origin itself if nothing changed. */
function leafOf(
  { origin, current, originCode, storage, storageCleared }: CachedAccount,
  recorder?: WitnessRecorder,
): AccountLeaf | undefined {
  if (current === undefined) return undefined
  const written: Entry<Uint8Array>[] = []
  const cleared: Uint8Array[] = []
  for (const { path, origin: before, value } of storage.values()) {
    if (equalBytes(before, value)) continue
    if (value.length === 0) cleared.push(path)
    else written.push({ path, value })
  }
  let slots: StorageTrie = putAll(storageCleared ? undefined : origin?.storage, written)
  for (const path of cleared) slots = remove(slots, path, recorder?.visitStorageNode)
  const { nonce, balance, codeHash } = current
  const sameCode = origin !== undefined && equalBytes(origin.codeHash, codeHash)
  if (
    origin !== undefined &&
    sameCode &&
    slots === origin.storage &&
    nonce === origin.nonce &&
    balance === origin.balance
  )
    return origin
  return {
    nonce,
    balance,
    codeHash,
    code: current.code ?? originCode ?? (sameCode ? origin.code : noCode),
    storage: slots,
  }
}
