import type { Address } from '@ethereumjs/util'
import { pack } from '../trie/packed.ts'
import { bytesOfWord, wordOf } from './words.ts'

type Change = { slots: Map<string, bigint>; key: string; previous: bigint }

/** EIP-1153's storage with the methods of EthereumJS' `TransientStorage`, in whose place it stands, and with words. */
export class FrameTransientStorage {
  private accounts = new Map<string, Map<string, bigint>>()
  private changes: Change[] = []
  private marks: number[] = []

  load(account: string, key: string): bigint {
    return this.accounts.get(account)?.get(key) ?? 0n
  }

  store(account: string, key: string, value: bigint): void {
    let slots = this.accounts.get(account)
    if (slots === undefined) {
      slots = new Map()
      this.accounts.set(account, slots)
    }
    this.changes.push({ slots, key, previous: slots.get(key) ?? 0n })
    slots.set(key, value)
  }

  // What EthereumJS calls.

  get(address: Address, key: Uint8Array): Uint8Array {
    return bytesOfWord(this.load(pack(address.bytes), pack(key)))
  }

  put(address: Address, key: Uint8Array, value: Uint8Array): void {
    this.store(pack(address.bytes), pack(key), wordOf(value))
  }

  checkpoint(): void {
    this.marks.push(this.changes.length)
  }

  commit(): void {
    this.marks.pop()
  }

  revert(): void {
    const length = this.marks.pop() ?? 0
    while (this.changes.length > length) {
      const { slots, key, previous } = this.changes.pop()!
      slots.set(key, previous)
    }
  }

  clear(): void {
    this.accounts = new Map()
    this.changes = []
  }
}
