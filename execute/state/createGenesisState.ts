import { keccak256 } from '../crypto/keccak256.ts'
import { NativerollError } from '../errors.ts'
import { put } from '../trie/trie.ts'
import type { GenesisAccount, GenesisAlloc } from '../types/Genesis.ts'
import type { WorldState } from '../types/WorldState.ts'
import type { AccountLeaf, AccountTrie, StorageTrie } from './AccountLeaf.ts'
import { createWorldState, pathOf } from './createWorldState.ts'
import { hexToBytes } from './hexToBytes.ts'

/** The state that a genesis allocation describes. */
export function createGenesisState(alloc: GenesisAlloc): WorldState {
  let accounts: AccountTrie
  for (const [address, account] of Object.entries(alloc)) {
    accounts = put(accounts, pathOf(hexToBytes(address, 20)), genesisLeaf(account))
  }
  return createWorldState(accounts)
}

function genesisLeaf({ nonce = 0n, balance = 0n, code = '0x', storage = {} }: GenesisAccount): AccountLeaf {
  const codeBytes = hexToBytes(code)
  let slots: StorageTrie
  for (const [slot, value] of Object.entries(storage)) {
    const trimmed = trim(hexToBytes(value))
    if (trimmed.length > 0) slots = put(slots, pathOf(pad32(hexToBytes(slot))), trimmed)
  }
  return { nonce, balance, code: codeBytes, codeHash: keccak256(codeBytes), storage: slots }
}

/** Without leading zeros. */
export function trim(bytes: Uint8Array): Uint8Array {
  let start = 0
  while (start < bytes.length && bytes[start] === 0) start++
  return start === 0 ? bytes : bytes.slice(start)
}

/** With leading zeros up to 32 bytes. */
export function pad32(bytes: Uint8Array): Uint8Array {
  if (bytes.length === 32) return bytes
  if (bytes.length > 32) {
    throw new NativerollError('TOO_LONG', 'A storage slot or value has at most 32 bytes', {
      value: bytes,
      expected: 'at most 32 bytes',
    })
  }
  const padded = new Uint8Array(32)
  padded.set(bytes, 32 - bytes.length)
  return padded
}
