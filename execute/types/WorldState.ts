import type { AccountTrie } from '../state/AccountLeaf.ts'
import type { CodeSource } from '../state/createWorldState.ts'
import type { Preimages } from './Preimages.ts'

export type Account = { nonce: bigint /** Wei. */; balance: bigint; codeHash: Uint8Array; storageRoot: Uint8Array }

/** EIP-1186: what `eth_getProof` answers, in bytes. Absence is proven too. */
export type AccountProof = {
  address: Uint8Array
  accountProof: Uint8Array[]
  balance: bigint
  nonce: bigint
  codeHash: Uint8Array
  storageHash: Uint8Array
  storageProof: { key: Uint8Array; value: Uint8Array; proof: Uint8Array[] }[]
}

/**
 * The state after one block: an immutable handle. States share structure, so keeping many is cheap, and one that nobody
 * references any more is collected: that is the pruning.
 * Reading what a partial state (a witness) does not hold throws `MissingData`; it never reads as empty.
 */
export type WorldState = {
  readonly root: Uint8Array
  /** The trie behind it, for the rooms that build further states. */
  readonly accounts: AccountTrie
  /** Codes that the trie's leaves do not hold themselves. */
  readonly codes: CodeSource
  /** Told of the keys of all that is written on top of it, if anybody wants to know what is in it. */
  readonly preimages?: Preimages | undefined
  getAccount(address: Uint8Array): Account | undefined
  /** 32 bytes, zero when unset. `slot` is 32 bytes. */
  getStorage(address: Uint8Array, slot: Uint8Array): Uint8Array
  /** Empty for an account without code. */
  getCode(address: Uint8Array): Uint8Array
  prove(address: Uint8Array, slots: Uint8Array[]): AccountProof
}
