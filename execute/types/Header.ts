/** A block header with the fields of every fork, in the order of execution-specs `blocks.py`; later forks' fields are optional. */
export type Header = {
  parentHash: Uint8Array
  ommersHash: Uint8Array
  /** 20 bytes; `fee_recipient` in the engine API. */
  coinbase: Uint8Array
  stateRoot: Uint8Array
  transactionsRoot: Uint8Array
  receiptsRoot: Uint8Array
  /** 256 bytes. */
  logsBloom: Uint8Array
  difficulty: bigint
  number: bigint
  gasLimit: bigint
  gasUsed: bigint
  /** Unix seconds. */
  timestamp: bigint
  extraData: Uint8Array
  /** `mixHash` before the merge. */
  prevRandao: Uint8Array
  /** 8 bytes, zero since the merge. */
  nonce: Uint8Array
  /** Wei per gas. EIP-1559, London. */
  baseFeePerGas?: bigint
  /** EIP-4895, Shanghai. */
  withdrawalsRoot?: Uint8Array
  /** EIP-4844, Cancun. */
  blobGasUsed?: bigint
  /** EIP-4844, Cancun. */
  excessBlobGas?: bigint
  /** EIP-4788, Cancun. On a rollup: the hash of the L1 block it is anchored to. */
  parentBeaconBlockRoot?: Uint8Array
  /** EIP-7685, Prague. */
  requestsHash?: Uint8Array
  /** EIP-7928, Amsterdam. */
  blockAccessListHash?: Uint8Array
  /** EIP-7843, Amsterdam. */
  slotNumber?: bigint
}
