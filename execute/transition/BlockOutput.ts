import type { Receipt } from '../types/Receipt.ts'

/** What accumulates while a block executes (execution-specs `BlockOutput`). */
export type BlockOutput = {
  /** As the header counts it; since EIP-7778 that differs from the sum in receipts. */
  blockGasUsed: bigint
  /** EIP-8037's two dimensions. */
  regularGasUsed: bigint
  stateGasUsed: bigint
  /** As receipts count it. */
  cumulativeGasUsed: bigint
  blobGasUsed: bigint
  receipts: Receipt[]
  /** EIP-7685: `type ‖ data`. */
  requests: Uint8Array[]
}

export function emptyBlockOutput(): BlockOutput {
  return {
    blockGasUsed: 0n,
    regularGasUsed: 0n,
    stateGasUsed: 0n,
    cumulativeGasUsed: 0n,
    blobGasUsed: 0n,
    receipts: [],
    requests: [],
  }
}
