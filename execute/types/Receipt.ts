/** What LOG left: 20 bytes, up to four times 32, any number. */
export type Log = { address: Uint8Array; topics: Uint8Array[]; data: Uint8Array }

export type Receipt = {
  /** EIP-2718 transaction type. */
  type: number
  /** False if execution failed. */
  status: boolean
  /** Before Byzantium the receipt holds the state root after the transaction instead of a status. */
  stateRoot?: Uint8Array
  cumulativeGasUsed: bigint
  gasUsed: bigint
  /** Wei per gas that the sender paid. */
  effectiveGasPrice: bigint
  logs: Log[]
  /** 256 bytes. */
  logsBloom: Uint8Array
  transactionHash: Uint8Array
  from: Uint8Array
  to?: Uint8Array
  /** Of a contract creation. */
  contractAddress?: Uint8Array
  /** Of a blob transaction (EIP-4844). */
  blobGasUsed?: bigint
  /** Wei per blob gas. */
  blobGasPrice?: bigint
}
