/** Which address (20 bytes) or slot (32) a path of a trie stands for: tries are keyed by hash. Paths are 64 nibbles. */
export type Preimages = {
  add(path: Uint8Array, key: Uint8Array): void
  of(path: Uint8Array): Uint8Array | undefined
}
