import type { Withdrawal } from '../types/Block.ts'
import type { ExecutionWitness } from '../types/ExecutionWitness.ts'

/** The block as the Engine API hands it over. The last two fields exist from Amsterdam on. */
export type ExecutionPayload = {
  parentHash: Uint8Array
  feeRecipient: Uint8Array
  stateRoot: Uint8Array
  receiptsRoot: Uint8Array
  logsBloom: Uint8Array
  prevRandao: Uint8Array
  blockNumber: bigint
  gasLimit: bigint
  gasUsed: bigint
  timestamp: bigint
  extraData: Uint8Array
  baseFeePerGas: bigint
  blockHash: Uint8Array
  /** Canonical EIP-2718 bytes: a legacy transaction is its RLP list. */
  transactions: Uint8Array[]
  withdrawals: Withdrawal[]
  blobGasUsed: bigint
  excessBlobGas: bigint
  /** Canonical EIP-7928 RLP. */
  blockAccessList?: Uint8Array
  /** EIP-7843. */
  slotNumber?: bigint
}

/** EIP-6110; `amount` in gwei. */
export type DepositRequest = {
  pubkey: Uint8Array
  withdrawalCredentials: Uint8Array
  amount: bigint
  signature: Uint8Array
  index: bigint
}

/** EIP-7002; `amount` in gwei. */
export type WithdrawalRequest = { sourceAddress: Uint8Array; validatorPubkey: Uint8Array; amount: bigint }

/** EIP-7251. */
export type ConsolidationRequest = { sourceAddress: Uint8Array; sourcePubkey: Uint8Array; targetPubkey: Uint8Array }

/** EIP-8282; `amount` in gwei. */
export type BuilderDepositRequest = Omit<DepositRequest, 'index'>

/** EIP-8282. */
export type BuilderExitRequest = { sourceAddress: Uint8Array; pubkey: Uint8Array }

/** What a block asks of the consensus layer. The builder lists exist from Amsterdam on. */
export type ExecutionRequests = {
  deposits: DepositRequest[]
  withdrawals: WithdrawalRequest[]
  consolidations: ConsolidationRequest[]
  builderDeposits?: BuilderDepositRequest[]
  builderExits?: BuilderExitRequest[]
}

export type NewPayloadRequest = {
  executionPayload: ExecutionPayload
  versionedHashes: Uint8Array[]
  parentBeaconBlockRoot: Uint8Array
  executionRequests: ExecutionRequests
}

/** Everything needed to execute one block without any state of one's own. */
export type StatelessInput = {
  newPayloadRequest: NewPayloadRequest
  witness: ExecutionWitness
  chainId: bigint
  /** 65-byte uncompressed secp256k1 key of each transaction's sender, in the payload's order. */
  publicKeys: Uint8Array[]
}

export type StatelessValidationResult = {
  newPayloadRequestRoot: Uint8Array
  successfulValidation: boolean
  chainId: bigint
  schemaId: number
}

/** `[offset, offset + length)` of the usable bytes of the named blobs, one after the other. */
export type BlobSlice = { versionedHashes: Uint8Array[]; offset: number; length: number }

/** A stateless input whose transactions or witness (or both) lie in blobs; those fields of `statelessInput` are empty. */
export type BlobReferenceInput = { statelessInput: StatelessInput; transactions: BlobSlice; witness: BlobSlice }
