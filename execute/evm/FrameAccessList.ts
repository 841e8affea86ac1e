import { keccak256 } from '../crypto/keccak256.ts'
import { hexToBytes } from '../state/hexToBytes.ts'
import { type Packed, pack } from '../trie/packed.ts'
import type { Hex } from '../types/Hex.ts'
import { encodeAccessList, type ListedAccount, listAccount } from './encodeAccessList.ts'
import { keyOfWord, wordOf } from './words.ts'

/** An account since the current index began: what was touched stays touched, whatever is undone. */
type TouchedAccount = {
  /** What was written to a slot, undefined if it was only read or is as before. */
  slots: Map<Packed, bigint | undefined>
  /** Before the index, of slots that were written: system calls share one. */
  originalSlots: Map<Packed, bigint>
  balance: bigint | undefined
  nonce: bigint | undefined
  code: Uint8Array | undefined
  /** Before the index. */
  originalBalance: bigint | undefined
  originalCode: Uint8Array | undefined
}

/**
 * What a block touches and changes (EIP-7928; execution-specs `BlockAccessListBuilder`), with the methods of EthereumJS'
 * `BlockLevelAccessList`, in whose place it stands, and with ones that take keys. EthereumJS copies the whole list for each
 * call; here a call is a mark in a list of what undoes its changes.
 */
export class FrameAccessList {
  private index = 0
  /** Of earlier indices, by address. */
  private readonly listed = new Map<Packed, ListedAccount>()
  private touched = new Map<Packed, TouchedAccount>()
  private undo: (() => void)[] = []
  private marks: number[] = []

  /** 0 before the transactions, then 1 and on, after them one more. */
  get blockAccessIndex(): number {
    return this.index
  }

  set blockAccessIndex(index: number) {
    if (index === this.index) return
    this.list()
    this.index = index
  }

  touch(key: Packed): TouchedAccount {
    let account = this.touched.get(key)
    if (account === undefined) {
      account = {
        slots: new Map(),
        originalSlots: new Map(),
        balance: undefined,
        nonce: undefined,
        code: undefined,
        originalBalance: undefined,
        originalCode: undefined,
      }
      this.touched.set(key, account)
    }
    return account
  }

  readSlot(key: Packed, slot: Packed): void {
    const { slots } = this.touch(key)
    if (!slots.has(slot)) slots.set(slot, undefined)
  }

  /** `original` is the value before the transaction: what is as it was when the index began counts as read. */
  writeSlot(key: Packed, slot: Packed, value: bigint, original: bigint): void {
    const { slots, originalSlots } = this.touch(key)
    const before = originalSlots.get(slot) ?? original
    if (!originalSlots.has(slot)) originalSlots.set(slot, original)
    const previous = slots.get(slot)
    const now = value === before ? undefined : value
    slots.set(slot, now)
    if (previous !== now) this.onUndo(() => slots.set(slot, previous))
  }

  changeBalance(key: Packed, balance: bigint, original: bigint | undefined): void {
    const account = this.touch(key)
    const previous = account.balance
    account.originalBalance ??= original
    account.balance = balance
    this.onUndo(() => {
      account.balance = previous
    })
  }

  changeNonce(key: Packed, nonce: bigint): void {
    const account = this.touch(key)
    const previous = account.nonce
    account.nonce = nonce
    this.onUndo(() => {
      account.nonce = previous
    })
  }

  /** Code that is again as before the transaction, as far as `original` was told, is no change. */
  changeCode(key: Packed, code: Uint8Array, original: Uint8Array | undefined): void {
    const account = this.touch(key)
    const previous = account.code
    account.originalCode ??= original
    const before = account.originalCode
    account.code = before !== undefined && Buffer.compare(before, code) === 0 ? undefined : code
    this.onUndo(() => {
      account.code = previous
    })
  }

  has(key: Packed): boolean {
    return this.touched.has(key) || this.listed.has(key)
  }

  /** Of what the current index has touched. */
  forget(key: Packed): void {
    this.touched.delete(key)
  }

  /** Leaves nothing of the current index, not even what it touched. */
  abandon(): void {
    this.touched = new Map()
    this.undo = []
    this.marks = []
  }

  /** Addresses and slots, of which a block may only have so many. */
  items(): number {
    this.list()
    let count = 0
    for (const { reads, writes } of this.listed.values()) count += 1 + reads.size + writes.size
    return count
  }

  // What EthereumJS calls.

  checkpoint(): void {
    this.marks.push(this.undo.length)
  }

  commit(): void {
    this.marks.pop()
    if (this.marks.length === 0) this.undo = []
  }

  revert(): void {
    const length = this.marks.pop() ?? 0
    while (this.undo.length > length) this.undo.pop()!()
  }

  addAddress(address: string): void {
    this.touch(keyOf(address))
  }

  addStorageRead(address: string, slot: Uint8Array): void {
    this.readSlot(keyOf(address), keyOfWord(wordOf(slot)))
  }

  /** Without the value before, zero counts as no change. */
  addStorageWrite(address: string, slot: Uint8Array, value: Uint8Array, _index: number, original?: Uint8Array): void {
    const before = original === undefined ? 0n : wordOf(original)
    this.writeSlot(keyOf(address), keyOfWord(wordOf(slot)), wordOf(value), before)
  }

  addBalanceChange(address: string, balance: bigint, _index: number, original?: bigint): void {
    this.changeBalance(keyOf(address), balance, original)
  }

  addNonceChange(address: string, nonce: bigint, _index: number): void {
    this.changeNonce(keyOf(address), nonce)
  }

  addCodeChange(address: string, code: Uint8Array, _index: number, original?: Uint8Array): void {
    this.changeCode(keyOf(address), code, original)
  }

  /** Ends a transaction: balances that are again as before it are no changes. */
  cleanupNetZeroBalanceChanges(): void {
    for (const account of this.touched.values()) {
      if (account.balance === account.originalBalance) account.balance = undefined
      account.originalBalance = undefined
    }
  }

  /** Of accounts that the transaction created and destroyed only touches remain, and balances that it changed (EIP-8246). */
  cleanupSelfdestructed(addresses: string[], balances: Map<string, bigint>): void {
    for (const address of addresses) {
      const account = this.touched.get(keyOf(address))
      if (account === undefined) continue
      for (const slot of account.slots.keys()) account.slots.set(slot, undefined)
      account.nonce = undefined
      account.code = undefined
      if ((balances.get(address) ?? 0n) === (account.originalBalance ?? 0n)) account.balance = undefined
    }
  }

  /** RLP. */
  serialize(): Uint8Array {
    this.list()
    return encodeAccessList(this.listed)
  }

  hash(): Uint8Array {
    return keccak256(this.serialize())
  }

  private onUndo(change: () => void): void {
    if (this.marks.length > 0) this.undo.push(change)
  }

  private list(): void {
    for (const [key, account] of this.touched) {
      let listed = this.listed.get(key)
      if (listed === undefined) {
        listed = { reads: new Set(), writes: new Map(), balances: [], nonces: [], codes: [] }
        this.listed.set(key, listed)
      }
      listAccount(listed, this.index, account)
    }
    this.abandon()
  }
}

function keyOf(address: string): Packed {
  return pack(hexToBytes(address as Hex))
}
