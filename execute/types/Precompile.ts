/** What a precompile may know of the block and transaction it runs in. */
export type PrecompileContext = {
  blockNumber: bigint
  /** Unix seconds. */
  timestamp: bigint
  /** Of the current transaction (EIP-4844); empty for other types and for `eth_call` unless given. */
  blobVersionedHashes: readonly Uint8Array[]
  /** Of the transactions before the current one in the same block. */
  earlierBlobVersionedHashes: readonly Uint8Array[]
}

export type PrecompileInput = {
  data: Uint8Array /** Gas forwarded to the call. */
  gasLimit: bigint
  context: PrecompileContext
}

export type PrecompileOutput = { output: Uint8Array; gasUsed: bigint }

/**
 * A contract implemented by the node. `run` throws `ExceptionalHalt` to fail the call and consume all its gas; any other
 * error is a fault of the node and aborts the block.
 */
export type Precompile = {
  /** As in `eth_config` (EIP-7910), in capitals. */
  name: string
  /** 20 bytes. */
  address: Uint8Array
  run(input: PrecompileInput): PrecompileOutput | Promise<PrecompileOutput>
}
