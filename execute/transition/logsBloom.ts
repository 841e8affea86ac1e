import { keccak256 } from '../crypto/keccak256.ts'
import type { Log } from '../types/Receipt.ts'

/** The 256 bytes of bloom filter over the logs' addresses and topics (Yellow Paper 4.3.1). */
export function logsBloom(logs: readonly Log[]): Uint8Array {
  const bloom = new Uint8Array(256)
  for (const { address, topics } of logs) {
    addToBloom(bloom, address)
    for (const topic of topics) addToBloom(bloom, topic)
  }
  return bloom
}

function addToBloom(bloom: Uint8Array, entry: Uint8Array): void {
  const hash = keccak256(entry)
  for (const index of [0, 2, 4]) {
    const bit = ((hash[index]! << 8) | hash[index + 1]!) & 2047
    bloom[255 - (bit >> 3)]! |= 1 << (bit & 7)
  }
}

/** The union of bloom filters. */
export function combineBlooms(blooms: readonly Uint8Array[]): Uint8Array {
  const combined = new Uint8Array(256)
  for (const bloom of blooms) for (let i = 0; i < 256; i++) combined[i]! |= bloom[i]!
  return combined
}
