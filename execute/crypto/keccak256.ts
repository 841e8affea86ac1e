import { createKeccak } from 'hash-wasm'

// One WebAssembly instance, reused: several times as fast as a hash in plain JavaScript (which trie hashing would drown in).
const hasher = await createKeccak(256)

/** Keccak-256. Returns a fresh 32 bytes. */
export function keccak256(data: Uint8Array): Uint8Array {
  hasher.init()
  hasher.update(data)
  return hasher.digest('binary')
}
