/** What test methods have decided about the next block. All of it but the interval holds for one block. */
export type NextBlock = {
  /** Unix seconds; must exceed the head's. */
  timestamp?: bigint
  /** Seconds between a block and its child, for all blocks to come. */
  timestampInterval?: bigint
  /** Wei per gas, instead of EIP-1559's. */
  baseFeePerGas?: bigint
  /** Instead of one near the parent's; later blocks keep it. */
  gasLimit?: bigint
  /** 20 bytes; later blocks keep it. */
  feeRecipient?: Uint8Array
  /** 32 bytes. */
  prevRandao?: Uint8Array
}

/** Called when the block has been sealed. */
export function forgetNextBlock(next: NextBlock): void {
  for (const field of ['timestamp', 'baseFeePerGas', 'gasLimit', 'feeRecipient', 'prevRandao'] as const)
    delete next[field]
}
