import { keccak256 } from '../crypto/keccak256.ts'
import { NativerollError } from '../errors.ts'
import { type Entry, putAll } from '../trie/trie.ts'
import type { GenesisAccount, GenesisAlloc } from '../types/Genesis.ts'
import type { Preimages } from '../types/Preimages.ts'
import type { WorldState } from '../types/WorldState.ts'
import type { AccountLeaf } from './AccountLeaf.ts'
import { emptyCodeHash, noCode } from './accountCodec.ts'
import { createWorldState, pathOf } from './createWorldState.ts'
import { hexToBytes } from './hexToBytes.ts'

/** The state that a genesis allocation describes. */
export function createGenesisState(alloc: GenesisAlloc, preimages?: Preimages): WorldState {
  const entries = Object.entries(alloc).map(([address, account]): Entry<AccountLeaf> => {
    const bytes = hexToBytes(address, 20)
    const path = pathOf(bytes)
    preimages?.add(path, bytes)
    return { path, value: genesisLeaf(account, preimages) }
  })
  return createWorldState(putAll<AccountLeaf>(undefined, entries), undefined, preimages)
}

function genesisLeaf(
  { nonce = 0n, balance = 0n, code = '0x', storage = {} }: GenesisAccount,
  preimages?: Preimages,
): AccountLeaf {
  const slots: Entry<Uint8Array>[] = []
  for (const [slot, value] of Object.entries(storage)) {
    const trimmed = trim(hexToBytes(value))
    if (trimmed.length === 0) continue
    const key = pad32(hexToBytes(slot))
    const path = pathOf(key)
    slots.push({ path, value: trimmed })
    preimages?.add(path, key)
  }
  const codeBytes = code === '0x' ? noCode : hexToBytes(code)
  const codeHash = codeBytes.length === 0 ? emptyCodeHash : keccak256(codeBytes)
  return { nonce, balance, code: codeBytes, codeHash, storage: putAll<Uint8Array>(undefined, slots) }
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
