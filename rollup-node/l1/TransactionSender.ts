import type { Address, Hex } from 'viem'

/** What shall happen on chain, once, whatever becomes of the transactions that try it. */
export type TransactionIntent = {
  /** For logs: 'post', 'advance', 'deliver'. */
  label: string
  to: Address
  data: Hex
  /** Gas limit. */
  gas: bigint
  /** wei @default 0n */
  value?: bigint
  /** Blobs with what proves them; makes it a type-3 transaction. */
  sidecar?: BlobSidecar
  /** Asked before every further attempt: `false` when the chain no longer needs it (somebody else did it). @default always wanted */
  stillWanted?: () => Promise<boolean>
}

export type BlobSidecar = { version: 0 | 1; versionedHashes: Hex[]; blobs: Hex[]; commitments: Hex[]; proofs: Hex[] }

export type MinedTransaction = {
  hash: Hex
  status: 'success' | 'reverted'
  blockNumber: bigint
  blockHash: Hex
  gasUsed: bigint
}

export type TransactionSender = {
  address: Address
  /** Resolves when one transaction for the intent is mined (also when it reverted), or with `undefined` when it is no longer wanted. */
  send(intent: TransactionIntent): Promise<MinedTransaction | undefined>
  /** Ends all waiting; pending `send`s resolve with `undefined`. */
  stop(): void
}
