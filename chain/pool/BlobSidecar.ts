/**
 * What a blob transaction carries outside the block (EIP-4844 network form; version 1 is EIP-7594's).
 * One commitment (48 bytes) per blob (131072 bytes).
 */
export type BlobSidecar = {
  version: 0 | 1
  blobs: Uint8Array[]
  commitments: Uint8Array[]
  /** 48 bytes each: one per blob in version 0, 128 cell proofs per blob in version 1. */
  proofs: Uint8Array[]
}
