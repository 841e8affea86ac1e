import { RLP } from '@ethereumjs/rlp'
import type { Hex } from 'viem'
import type { GenesisAlloc } from '../../execute/index.ts'
import { type AccountChanges, bytesOf } from './values.ts'

export type SpecAccount = { readonly nonce: bigint; readonly balance: bigint; readonly code: Hex }
export const emptyAccount: SpecAccount = { nonce: 0n, balance: 0n, code: '0x' }

const isEmpty = ({ nonce, balance, code }: SpecAccount) => nonce === 0n && balance === 0n && code === '0x'

type Storage = Map<Hex, Map<bigint, bigint>>

/** The block's state and its access list (execution-specs `BlockState` and `BlockAccessListBuilder`), in plain maps. */
export class SpecBlockState {
  readonly accounts = new Map<Hex, SpecAccount>()
  readonly storage: Storage = new Map()
  /** Codes of before the block that were looked at: a witness holds them. */
  readonly codesRead = new Set<Hex>()
  readonly codesWritten = new Set<Hex>()
  private readonly list = new Map<Hex, AccountChanges>()
  private index = 0n
  /** What stood there when the index began. */
  private accountsBefore = new Map<Hex, SpecAccount>()
  private storageBefore: Storage = new Map()

  constructor(alloc: GenesisAlloc) {
    for (const [address, { nonce = 0n, balance = 0n, code = '0x', storage = {} }] of Object.entries(alloc)) {
      const key = address.toLowerCase() as Hex
      this.accounts.set(key, { nonce, balance, code })
      const slots = Object.entries(storage).map(([slot, value]) => [BigInt(slot), BigInt(value)] as const)
      this.storage.set(key, new Map(slots.filter(([, value]) => value !== 0n)))
    }
  }

  beginIndex(index: number): void {
    this.index = BigInt(index)
    this.accountsBefore = new Map()
    this.storageBefore = new Map()
  }

  slot(address: Hex, key: bigint): bigint {
    return this.storage.get(address)?.get(key) ?? 0n
  }

  changesOf(address: Hex): AccountChanges {
    let changes = this.list.get(address)
    if (changes === undefined) {
      changes = { slots: new Map(), reads: new Set(), balances: new Map(), nonces: new Map(), codes: new Map() }
      this.list.set(address, changes)
    }
    return changes
  }

  /** `incorporate_tx_into_block`. */
  incorporate(transaction: SpecState): void {
    for (const address of transaction.touched) this.changesOf(address)
    for (const code of transaction.codesRead) this.codesRead.add(code)
    for (const code of transaction.codesWritten) this.codesWritten.add(code)
    for (const [address, keys] of transaction.slotsRead) for (const key of keys) this.changesOf(address).reads.add(key)
    for (const [address, account] of transaction.accounts) {
      const now = account ?? emptyAccount
      if (!this.accountsBefore.has(address))
        this.accountsBefore.set(address, this.accounts.get(address) ?? emptyAccount)
      const before = this.accountsBefore.get(address)!
      const changes = this.changesOf(address)
      note(changes.balances, this.index, now.balance, before.balance)
      note(changes.nonces, this.index, now.nonce, before.nonce)
      note(changes.codes, this.index, now.code, before.code)
      if (account === null) this.accounts.delete(address)
      else this.accounts.set(address, account)
    }
    for (const [address, slots] of transaction.storage) {
      for (const [key, value] of slots) {
        const before = inner(this.storageBefore, address)
        if (!before.has(key)) before.set(key, this.slot(address, key))
        const changes = inner(this.changesOf(address).slots, key)
        note(changes, this.index, value, before.get(key)!)
        if (value === 0n) inner(this.storage, address).delete(key)
        else inner(this.storage, address).set(key, value)
      }
    }
  }

  /** EIP-7928, RLP. */
  accessList(): Uint8Array {
    const changed = <T>(changes: Map<bigint, T>, encode: (value: T) => bigint | Uint8Array) =>
      [...changes].sort(([a], [b]) => Number(a - b)).map(([index, value]) => [index, encode(value)])
    const ascending = (a: bigint, b: bigint) => (a < b ? -1 : 1)
    return RLP.encode(
      [...this.list]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([address, { slots, reads, balances, nonces, codes }]) => {
          const written = [...slots].filter(([, changes]) => changes.size > 0)
          const isWritten = new Set(written.map(([key]) => key))
          return [
            bytesOf(address),
            written.sort(([a], [b]) => ascending(a, b)).map(([key, changes]) => [key, changed(changes, (v) => v)]),
            [...reads].filter((key) => !isWritten.has(key)).sort(ascending),
            changed(balances, (v) => v),
            changed(nonces, (v) => v),
            changed(codes, bytesOf),
          ]
        }),
    )
  }

  /** Addresses and slots that were looked at: a witness holds the way to each. */
  keys(): Hex[] {
    const keys = new Set<Hex>()
    for (const [address, { slots, reads }] of this.list) {
      keys.add(address)
      for (const slot of [...slots.keys(), ...reads]) keys.add(`0x${slot.toString(16).padStart(64, '0')}`)
    }
    return [...keys].sort()
  }

  alloc(): GenesisAlloc {
    const word = (value: bigint): Hex => `0x${value.toString(16).padStart(64, '0')}`
    return Object.fromEntries(
      [...this.accounts].map(([address, account]) => [
        address,
        {
          ...account,
          storage: Object.fromEntries([...inner(this.storage, address)].map(([key, v]) => [word(key), word(v)])),
        },
      ]),
    )
  }
}

/** What a transaction does (`TransactionState`); what it has touched stays touched when it is undone. */
export class SpecState {
  readonly block: SpecBlockState
  readonly touched = new Set<Hex>()
  readonly slotsRead = new Map<Hex, Set<bigint>>()
  readonly created = new Set<Hex>()
  readonly codesRead = new Set<Hex>()
  codesWritten = new Set<Hex>()
  accounts = new Map<Hex, SpecAccount | null>()
  storage: Storage = new Map()
  private transient: Storage = new Map()

  constructor(block: SpecBlockState) {
    this.block = block
  }

  /** Answers what undoes everything from here on. */
  snapshot(): () => void {
    const copy = (storage: Storage): Storage => new Map([...storage].map(([key, slots]) => [key, new Map(slots)]))
    const [accounts, codesWritten] = [new Map(this.accounts), new Set(this.codesWritten)]
    const [storage, transient] = [copy(this.storage), copy(this.transient)]
    return () => Object.assign(this, { accounts, codesWritten, storage, transient })
  }

  /** Before the transaction. */
  original(address: Hex): SpecAccount {
    this.touched.add(address)
    return this.block.accounts.get(address) ?? emptyAccount
  }

  account(address: Hex): SpecAccount {
    this.touched.add(address)
    const written = this.accounts.get(address)
    return written === undefined ? this.original(address) : (written ?? emptyAccount)
  }

  /** `get_code`. */
  code(address: Hex): Hex {
    return this.lookAt(this.account(address).code)
  }

  /** The code of before the transaction. */
  originalCode(address: Hex): Hex {
    return this.lookAt(this.original(address).code)
  }

  setCode(address: Hex, code: Hex): void {
    if (code !== '0x') this.codesWritten.add(code)
    this.change(address, { code })
  }

  private lookAt(code: Hex): Hex {
    if (code !== '0x' && !this.codesWritten.has(code) && !this.block.codesWritten.has(code)) this.codesRead.add(code)
    return code
  }

  isAlive(address: Hex): boolean {
    return !isEmpty(this.account(address))
  }

  change(address: Hex, change: Partial<SpecAccount>): void {
    const account = { ...this.account(address), ...change }
    this.accounts.set(address, isEmpty(account) ? null : account)
    if (isEmpty(account)) this.destroyStorage(address)
  }

  add(address: Hex, amount: bigint): void {
    this.change(address, { balance: this.account(address).balance + amount })
  }

  move(from: Hex, to: Hex, amount: bigint): void {
    this.add(from, -amount)
    this.add(to, amount)
  }

  incrementNonce(address: Hex): void {
    this.change(address, { nonce: this.account(address).nonce + 1n })
  }

  slot(address: Hex, key: bigint): bigint {
    this.readSlot(address, key)
    return this.storage.get(address)?.get(key) ?? this.block.slot(address, key)
  }

  originalSlot(address: Hex, key: bigint): bigint {
    return this.created.has(address) ? 0n : this.block.slot(address, key)
  }

  setSlot(address: Hex, key: bigint, value: bigint): void {
    inner(this.storage, address).set(key, value)
  }

  transientSlot(address: Hex, key: bigint): bigint {
    return this.transient.get(address)?.get(key) ?? 0n
  }

  setTransientSlot(address: Hex, key: bigint, value: bigint): void {
    inner(this.transient, address).set(key, value)
  }

  /** What was written counts as read. */
  destroyStorage(address: Hex): void {
    for (const key of this.storage.get(address)?.keys() ?? []) this.readSlot(address, key)
    this.storage.delete(address)
  }

  private readSlot(address: Hex, key: bigint): void {
    const keys = this.slotsRead.get(address)
    if (keys === undefined) this.slotsRead.set(address, new Set([key]))
    else keys.add(key)
  }
}

function note<T>(changes: Map<bigint, T>, index: bigint, now: T, before: T): void {
  if (now === before) changes.delete(index)
  else changes.set(index, now)
}

function inner<K, V>(maps: Map<K, Map<bigint, V>>, key: K): Map<bigint, V> {
  let map = maps.get(key)
  if (map === undefined) {
    map = new Map()
    maps.set(key, map)
  }
  return map
}
