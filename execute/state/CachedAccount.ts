import type { Account } from '../types/WorldState.ts'
import type { AccountLeaf } from './AccountLeaf.ts'

/** An account during one block. */
export type CachedAccount = {
  /** The address, packed. */
  readonly key: string
  readonly path: Uint8Array
  /** As in the base state. */
  readonly origin: AccountLeaf | undefined
  /** As it is now. `code` is set if it was written in this block. */
  current: (Account & { code: Uint8Array | undefined }) | undefined
  /** The base state's code, once it was read. */
  originCode: Uint8Array | undefined
  /** Slots read or written, by key. */
  storage: Map<string, Slot>
  /** Whether the base state's storage is gone: the account was deleted or created anew. */
  storageCleared: boolean
}

/** Values are big-endian without leading zeros. */
export type Slot = {
  readonly path: Uint8Array
  readonly origin: Uint8Array
  value: Uint8Array
  /** Value before the transaction number `epoch`. */
  transactionOrigin: Uint8Array
  epoch: number
}
