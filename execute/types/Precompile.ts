import type { GasMarket, GasMeter } from './GasMarket.ts'

/** What a precompile may know of the block and transaction it runs in. */
export type PrecompileContext = {
  blockNumber: bigint
  /** Unix seconds. */
  timestamp: bigint
  /** Of the current transaction (EIP-4844); empty for other types and for `eth_call` unless given. */
  blobVersionedHashes: readonly Uint8Array[]
  /** Of the transactions before the current one in the same block. */
  earlierBlobVersionedHashes: readonly Uint8Array[]
  /** Of a precompile with a market. */
  meter?: GasMeter
}

export type PrecompileInput = {
  /** The caller's memory, any length of it for the same gas, and as it is now: whoever waits or keeps something copies it first. */
  data: Uint8Array
  /** Gas forwarded to the call. */
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
  /** Gas of its own: where its market stands is storage of `address`, which every block reads and writes. */
  market?: GasMarket
  run(input: PrecompileInput): PrecompileOutput | Promise<PrecompileOutput>
}
