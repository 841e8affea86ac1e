import { createHash } from 'node:crypto'
import type { Hex } from 'viem'

/** EIP-4844 `kzg_to_versioned_hash`: 0x01 and the last 31 bytes of the commitment's SHA-256. */
export function versionedHashOf(commitment: Uint8Array): Hex {
  return `0x01${createHash('sha256').update(commitment).digest('hex').slice(2)}`
}
