import type { TypedTransaction } from '@ethereumjs/tx'
import type { Header } from './Header.ts'

/** EIP-4895. */
export type Withdrawal = {
  index: bigint
  validatorIndex: bigint
  /** 20 bytes. */
  address: Uint8Array
  /** Gwei. */
  amount: bigint
}

export type Block = {
  header: Header
  transactions: TypedTransaction[]
  /** Always empty since the merge. */
  ommers: Header[]
  /** Present since Shanghai. */
  withdrawals?: Withdrawal[]
}
