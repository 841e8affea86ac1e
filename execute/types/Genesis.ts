import type { Hex } from './Hex.ts'

/** An account at genesis. Numbers are wei or counts; keys and values of storage are hex of up to 32 bytes. */
export type GenesisAccount = { balance?: bigint; nonce?: bigint; code?: Hex; storage?: { [slot: Hex]: Hex } }

export type GenesisAlloc = { [address: Hex]: GenesisAccount }

/** What decides the genesis block. Absent fields are zero or what the fork prescribes. */
export type Genesis = {
  /** Unix seconds. */
  timestamp: bigint
  gasLimit: bigint
  alloc: GenesisAlloc
  /** Wei per gas. @default 1 gwei, if the fork has a base fee */
  baseFeePerGas?: bigint
  coinbase?: Hex
  extraData?: Hex
  prevRandao?: Hex
  /** 8 bytes. */
  nonce?: Hex
  difficulty?: bigint
  excessBlobGas?: bigint
  blobGasUsed?: bigint
  parentBeaconBlockRoot?: Hex
}
