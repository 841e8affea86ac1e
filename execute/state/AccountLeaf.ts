import type { TrieNode } from '../trie/nodes.ts'

/** What the account trie holds at an address: the account itself with its storage trie and code hanging off it. */
export type AccountLeaf = {
  readonly nonce: bigint
  readonly balance: bigint
  readonly codeHash: Uint8Array
  /** Undefined when only the hash is known, as in a witness: then the code source is asked. */
  readonly code: Uint8Array | undefined
  readonly storage: StorageTrie
}

/** Slot values as RLP'd into the trie: big-endian without leading zeros. */
export type StorageTrie = TrieNode<Uint8Array> | undefined

export type AccountTrie = TrieNode<AccountLeaf> | undefined
