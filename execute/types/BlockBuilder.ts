import type { TypedTransaction } from '@ethereumjs/tx'
import type { Block, Withdrawal } from './Block.ts'
import type { ExecutionWitness } from './ExecutionWitness.ts'
import type { Header } from './Header.ts'
import type { Hex } from './Hex.ts'
import type { Receipt } from './Receipt.ts'
import type { WorldState } from './WorldState.ts'

/** What the consensus layer decides about a block (engine API `PayloadAttributesV3`, and the gas limit). */
export type PayloadAttributes = {
  /** Unix seconds; greater than the parent's. */
  timestamp: bigint
  /** 32 bytes. */
  prevRandao: Uint8Array
  /** 20 bytes; becomes the header's coinbase. */
  suggestedFeeRecipient: Uint8Array
  /** Any 32 bytes; on a rollup the hash of the L1 block it is anchored to. */
  parentBeaconBlockRoot: Uint8Array
  /** Within 1/1024 of the parent's. */
  gasLimit: bigint
  withdrawals: Withdrawal[]
  /** At most 32 bytes. */
  extraData?: Uint8Array
  /** EIP-7843, Amsterdam. @default 0n */
  slotNumber?: bigint
}

/** What one included transaction did. */
export type TransactionResult = {
  receipt: Receipt
  gasUsed: bigint
  returnData: Uint8Array
  /** Why execution failed, in the EVM's words (`revert`, `out of gas`, …); undefined on success. */
  error?: string
}

export type SealedBlock = {
  block: Block
  hash: Uint8Array
  /** The state after the block. */
  state: WorldState
  receipts: Receipt[]
  /** EIP-7685: `type ‖ data`, without empty ones. */
  requests: Uint8Array[]
  /** If recording was asked for. */
  witness?: ExecutionWitness
  /** EIP-7928: RLP, since Amsterdam. */
  blockAccessList?: Uint8Array
}

/** Builds one block on a parent, transaction by transaction. */
export type BlockBuilder = {
  /** The header as far as it is known before sealing: no roots, `gasUsed` so far. */
  header(): Header
  gasUsed(): bigint
  blobGasUsed(): bigint
  /** Bytes of the witness so far: an estimate until sealed (writes may need a few more nodes); 0 if not recording. */
  witnessBytes(): number
  /** What is left of the gas that a precompile sells; undefined if it sells none. */
  precompileGasLeft(precompile: Hex): bigint | undefined
  /** @throws InvalidTransaction, leaving no trace, when the transaction cannot be included. */
  add(transaction: TypedTransaction): Promise<TransactionResult>
  seal(): Promise<SealedBlock>
}
