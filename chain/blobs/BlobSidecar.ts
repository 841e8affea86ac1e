import type { Hex } from 'viem'

/** What travels beside a blob transaction and is not part of the block. */
export type BlobSidecar = {
  /** 0: one proof per blob (EIP-4844). 1: 128 cell proofs per blob (EIP-7594). */
  version: 0 | 1
  /** One per blob, as the transaction names them. */
  versionedHashes: Hex[]
  /** 131,072 bytes each. */
  blobs: Uint8Array[]
  /** 48 bytes each. */
  commitments: Uint8Array[]
  /** 48 bytes each: one per blob (version 0) or 128 per blob (version 1). */
  proofs: Uint8Array[]
}

export const blobBytes = 131_072
export const cellsPerBlob = 128
