import { keccak256 } from '../crypto/keccak256.ts'
import { MissingData } from '../errors.ts'
import { rootOf } from '../trie/encodeNode.ts'
import { toNibbles } from '../trie/nibbles.ts'
import { prove } from '../trie/prove.ts'
import { get } from '../trie/trie.ts'
import type { Preimages } from '../types/Preimages.ts'
import type { AccountProof, WorldState } from '../types/WorldState.ts'
import type { AccountLeaf, AccountTrie } from './AccountLeaf.ts'
import { emptyCodeHash, encodeAccount, encodeSlot, storageRootOf } from './accountCodec.ts'

/** A code by its hash; only asked for accounts whose leaf does not hold it. */
export type CodeSource = (codeHash: Uint8Array) => Uint8Array | undefined

/** Path of an address or a slot: the tries are keyed by hash. */
export function pathOf(key: Uint8Array): Uint8Array {
  return toNibbles(keccak256(key))
}

/** A handle on the state whose account trie is `accounts`. */
export function createWorldState(
  accounts: AccountTrie,
  codes: CodeSource = () => undefined,
  preimages?: Preimages,
): WorldState {
  const leafOf = (address: Uint8Array) => get(accounts, pathOf(address))
  return {
    root: rootOf(accounts, encodeAccount),
    accounts,
    codes,
    preimages,
    getAccount(address) {
      const leaf = leafOf(address)
      return (
        leaf && {
          nonce: leaf.nonce,
          balance: leaf.balance,
          codeHash: leaf.codeHash,
          storageRoot: storageRootOf(leaf.storage),
        }
      )
    },
    getStorage(address, slot) {
      const value = get(leafOf(address)?.storage, pathOf(slot))
      const padded = new Uint8Array(32)
      if (value !== undefined) padded.set(value, 32 - value.length)
      return padded
    },
    getCode(address) {
      const leaf = leafOf(address)
      return leaf === undefined ? new Uint8Array(0) : codeOf(leaf, codes)
    },
    prove(address, slots) {
      return proveAccount(accounts, address, slots)
    },
  }
}

/** @throws MissingData MISSING_CODE: a code that is not there never reads as empty. */
export function codeOf(leaf: AccountLeaf, codes: CodeSource): Uint8Array {
  const code = leaf.code ?? codes(leaf.codeHash)
  if (code === undefined) {
    const hash = Buffer.from(leaf.codeHash).toString('hex')
    throw new MissingData('MISSING_CODE', `Contract code 0x${hash} is not available`, { value: leaf.codeHash })
  }
  return code
}

function proveAccount(accounts: AccountTrie, address: Uint8Array, slots: Uint8Array[]): AccountProof {
  const path = pathOf(address)
  const leaf = get(accounts, path)
  return {
    address,
    accountProof: prove(accounts, path, encodeAccount),
    balance: leaf?.balance ?? 0n,
    nonce: leaf?.nonce ?? 0n,
    codeHash: leaf?.codeHash ?? emptyCodeHash,
    storageHash: storageRootOf(leaf?.storage),
    storageProof: slots.map((key) => ({
      key,
      value: get(leaf?.storage, pathOf(key)) ?? new Uint8Array(0),
      proof: prove(leaf?.storage, pathOf(key), encodeSlot),
    })),
  }
}
