import { type Account, Address, stripHexPrefix } from '@ethereumjs/util'
import { isDead } from '../state/accountCodec.ts'
import type { JournaledState } from '../state/createJournaledState.ts'
import { hexToBytes } from '../state/hexToBytes.ts'
import { pack, unpack } from '../trie/packed.ts'

/** EIP-161's one exception: a touch of it outlives the frame that failed. */
const ripemd160 = pack(hexToBytes(`0x${'00'.repeat(19)}03`))

/**
 * What a transaction has warmed (EIP-2929) and touched (EIP-161), with the methods of EthereumJS' `Journal`, in whose place
 * it stands, and with synchronous ones. EthereumJS keeps three collections for each call; here a call is a mark in a list.
 */
export class FrameJournal {
  /** What was warmed since `startReportingAccessList`, by hex without prefix. */
  accessList: Map<string, Set<string>> | undefined
  /** Slots by account. */
  private warmSlots = new Map<string, Set<string>>()
  /** Warm whatever fails: the access list and the parties of the transaction. */
  private alwaysWarm = new Map<string, Set<string>>()
  private touched = new Set<string>()
  private undo: (() => void)[] = []
  private marks: number[] = []
  private arePrecompilesWarm = false
  private readonly state: JournaledState
  private readonly precompiles: ReadonlySet<string>

  /** @param precompiles the keys of their addresses (`pack`) */
  constructor(state: JournaledState, precompiles: ReadonlySet<string>) {
    this.state = state
    this.precompiles = precompiles
  }

  /** `key` is the address' key (`pack`). */
  isWarm(key: string): boolean {
    return this.warmSlots.has(key) || this.alwaysWarm.has(key) || (this.arePrecompilesWarm && this.precompiles.has(key))
  }

  warm(key: string): void {
    if (!this.isWarm(key)) this.warmAnew(key)
  }

  isSlotWarm(key: string, slotKey: string): boolean {
    return this.warmSlots.get(key)?.has(slotKey) === true || this.alwaysWarm.get(key)?.has(slotKey) === true
  }

  warmSlot(key: string, slotKey: string): void {
    const slots = this.warmSlots.get(key) ?? this.warmAnew(key)
    if (!slots.has(slotKey)) {
      slots.add(slotKey)
      this.onUndo(() => slots.delete(slotKey))
    }
    this.accessList?.get(hexOf(key))?.add(hexOf(slotKey))
  }

  touch(key: string): void {
    if (this.touched.has(key)) return
    this.touched.add(key)
    if (key !== ripemd160) this.onUndo(() => this.touched.delete(key))
  }

  /** What undoes a change if the frame fails. */
  onUndo(change: () => void): void {
    if (this.marks.length > 0) this.undo.push(change)
  }

  beginFrame(): void {
    this.marks.push(this.undo.length)
    this.state.beginFrame()
  }

  keepFrame(): void {
    this.marks.pop()
    this.state.keepFrame()
  }

  undoFrame(): void {
    const length = this.marks.pop() ?? 0
    while (this.undo.length > length) this.undo.pop()!()
    this.state.undoFrame()
  }

  private warmAnew(key: string): Set<string> {
    const slots = new Set<string>()
    this.warmSlots.set(key, slots)
    this.onUndo(() => this.warmSlots.delete(key))
    if (this.accessList !== undefined && !this.accessList.has(hexOf(key))) this.accessList.set(hexOf(key), new Set())
    return slots
  }

  /** As a transaction finds it, whatever it does. */
  warmAlways(key: string): void {
    if (!this.alwaysWarm.has(key)) this.alwaysWarm.set(key, new Set())
  }

  /** As a transaction finds them, whatever it does. */
  warmPrecompiles(): void {
    this.arePrecompilesWarm = true
  }

  // What EthereumJS calls.

  async checkpoint(): Promise<void> {
    this.beginFrame()
  }

  async commit(): Promise<void> {
    this.keepFrame()
  }

  async revert(): Promise<void> {
    this.undoFrame()
  }

  async putAccount(address: Address, account: Account): Promise<void> {
    this.touch(pack(address.bytes))
    await this.state.putAccount(address, account)
  }

  async deleteAccount(address: Address): Promise<void> {
    this.touch(pack(address.bytes))
    await this.state.deleteAccount(address)
  }

  startReportingAccessList(): void {
    this.accessList = new Map()
  }

  isWarmedAddress(address: Uint8Array): boolean {
    return this.isWarm(pack(address))
  }

  /** Notes it even if it is warm whatever fails. */
  addWarmedAddress(address: Uint8Array): void {
    if (!this.warmSlots.has(pack(address))) this.warmAnew(pack(address))
  }

  isWarmedStorage(address: Uint8Array, slot: Uint8Array): boolean {
    return this.isSlotWarm(pack(address), pack(slot))
  }

  addWarmedStorage(address: Uint8Array, slot: Uint8Array): void {
    this.warmSlot(pack(address), pack(slot))
  }

  addAlwaysWarmAddress(address: string, report = false): void {
    this.warmAlways(keyOfHex(address))
    if (!report || this.accessList === undefined) return
    const hex = stripHexPrefix(address)
    this.accessList.set(hex, this.accessList.get(hex) ?? new Set())
  }

  addAlwaysWarmSlot(address: string, slot: string, report = false): void {
    this.addAlwaysWarmAddress(address, report)
    this.alwaysWarm.get(keyOfHex(address))!.add(keyOfHex(slot))
    if (report) this.accessList?.get(stripHexPrefix(address))?.add(stripHexPrefix(slot))
  }

  cleanJournal(): void {
    this.warmSlots = new Map()
    this.alwaysWarm = new Map()
    this.arePrecompilesWarm = false
    this.touched = new Set()
    this.undo = []
    this.marks = []
  }

  /** Deletes accounts that are touched and empty (EIP-161), and forgets everything. */
  async cleanup(): Promise<void> {
    for (const key of this.touched) {
      const bytes = unpack(key)
      if (this.state.isVirtual(bytes)) continue
      const { current } = this.state.openAccount(bytes)
      if (current !== undefined && isDead(current)) await this.state.deleteAccount(new Address(bytes))
    }
    this.cleanJournal()
    this.accessList = undefined
  }
}

function hexOf(key: string): string {
  return Buffer.from(key, 'latin1').toString('hex')
}

function keyOfHex(hex: string): string {
  return pack(Buffer.from(stripHexPrefix(hex), 'hex'))
}
