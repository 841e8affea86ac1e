import type { Withdrawal } from './Block.ts'
import type { SealedBlock } from './BlockBuilder.ts'
import type { Log } from './Receipt.ts'
import type { Account } from './WorldState.ts'

/** A message call or creation that is executed without being a transaction (`eth_call`). */
export type CallRequest = {
  /** 20 bytes. @default the zero address */
  from?: Uint8Array
  /** 20 bytes; absent for a creation. */
  to?: Uint8Array
  data?: Uint8Array
  /** Wei. */
  value?: bigint
  /** @default the block's gas limit */
  gas?: bigint
  /** Wei per gas. @default 0n: then the block's base fee counts as 0 too, as in geth */
  gasPrice?: bigint
  maxFeePerGas?: bigint
  maxPriorityFeePerGas?: bigint
  maxFeePerBlobGas?: bigint
  nonce?: bigint
  accessList?: AccessListEntry[]
  authorizationList?: Authorization[]
  blobVersionedHashes?: Uint8Array[]
}

export type AccessListEntry = { address: Uint8Array; storageKeys: Uint8Array[] }

/** EIP-7702. */
export type Authorization = {
  chainId: bigint
  address: Uint8Array
  nonce: bigint
  yParity: bigint
  r: bigint
  s: bigint
}

export type AccountOverride = Partial<Pick<Account, 'nonce' | 'balance'>> & {
  code?: Uint8Array
  /** Replaces the whole storage: pairs of 32-byte slot and value. */
  state?: [slot: Uint8Array, value: Uint8Array][]
  /** Changes these slots only. */
  stateDiff?: [slot: Uint8Array, value: Uint8Array][]
  /** The precompile at this address works at that one instead (20 bytes). */
  movePrecompileTo?: Uint8Array
}

export type StateOverrides = { address: Uint8Array; account: AccountOverride }[]

export type BlockOverrides = {
  number?: bigint
  timestamp?: bigint
  gasLimit?: bigint
  coinbase?: Uint8Array
  prevRandao?: Uint8Array
  baseFeePerGas?: bigint
  blobBaseFee?: bigint
}

export type SimulationResult = {
  returnData: Uint8Array
  /** After refunds, as a receipt would say. */
  gasUsed: bigint
  /** Before refunds: what the gas limit must cover, at the least. */
  gasUsedBeforeRefund: bigint
  logs: Log[]
  /** The EVM's reason when execution failed (`revert`, `out of gas`, …). */
  error?: string
  /** The data given to REVERT. */
  revert?: Uint8Array
  /** Address of the created contract. */
  contractAddress?: Uint8Array
  /** If asked for: addresses and slots touched, without sender, recipient and precompiles unless a slot was touched (EIP-2930). */
  accessList?: AccessListEntry[]
}

/** What a simulated block is made of, beside its parent. */
export type SimulatedBlockOverrides = BlockOverrides & {
  parentBeaconBlockRoot?: Uint8Array
  withdrawals?: Withdrawal[]
}

export type SimulatedCall = {
  /** Empty if execution failed. */
  returnData: Uint8Array
  gasUsed: bigint
  gasUsedBeforeRefund: bigint
  /** With their index in the block. Transfers of ETH are among them if they were asked for (ERC-7528). */
  logs: { log: Log; index: number }[]
  error?: string
  /** The data given to REVERT. */
  revert?: Uint8Array
}

/** A block as sealed, but of unsigned transactions; and what each call did. */
export type SimulatedBlock = { sealed: SealedBlock; calls: SimulatedCall[] }
