import { quantityToBytes } from '../rlp/quantity.ts'
import { type Packed, unpack } from '../trie/packed.ts'
import { encodeList, encodeString } from '../trie/rlpItems.ts'
import { wordOf } from './words.ts'

type Change<Value> = [index: number, value: Value]

/** An account of a block access list (EIP-7928 `AccountChanges`); changes ascend by index. */
export type ListedAccount = {
  /** Slots that are read only. */
  reads: Set<Packed>
  writes: Map<Packed, Change<bigint>[]>
  balances: Change<bigint>[]
  nonces: Change<bigint>[]
  codes: Change<Uint8Array>[]
}

type Changes = {
  slots: ReadonlyMap<Packed, bigint | undefined>
  balance: bigint | undefined
  nonce: bigint | undefined
  code: Uint8Array | undefined
}

/** Adds what an index did to an account. */
export function listAccount(listed: ListedAccount, index: number, { slots, balance, nonce, code }: Changes): void {
  for (const [slot, value] of slots) {
    if (value === undefined) {
      if (!listed.writes.has(slot)) listed.reads.add(slot)
      continue
    }
    let changes = listed.writes.get(slot)
    if (changes === undefined) {
      changes = []
      listed.writes.set(slot, changes)
      listed.reads.delete(slot)
    }
    add(changes, index, value)
  }
  if (balance !== undefined) add(listed.balances, index, balance)
  if (nonce !== undefined) add(listed.nonces, index, nonce)
  if (code !== undefined) add(listed.codes, index, code)
}

function add<Value>(changes: Change<Value>[], index: number, value: Value): void {
  if (changes.at(-1)?.[0] === index) changes.pop()
  changes.push([index, value])
}

export function encodeAccessList(accounts: ReadonlyMap<Packed, ListedAccount>): Uint8Array {
  return encodeList(
    sorted(accounts).map(([address, { reads, writes, balances, nonces, codes }]) =>
      encodeList([
        encodeString(unpack(address)),
        encodeList(
          sorted(writes).map(([slot, changes]) =>
            encodeList([encodeSlot(slot), encodeChanges(changes, encodeQuantity)]),
          ),
        ),
        encodeList([...reads].sort().map(encodeSlot)),
        encodeChanges(balances, encodeQuantity),
        encodeChanges(nonces, encodeQuantity),
        encodeChanges(codes, encodeString),
      ]),
    ),
  )
}

function encodeChanges<Value>(changes: Change<Value>[], encode: (value: Value) => Uint8Array): Uint8Array {
  return encodeList(changes.map(([index, value]) => encodeList([encodeQuantity(BigInt(index)), encode(value)])))
}

function encodeSlot(slot: Packed): Uint8Array {
  return encodeQuantity(wordOf(unpack(slot)))
}

function encodeQuantity(value: bigint): Uint8Array {
  return encodeString(quantityToBytes(value))
}

/** By key; one character is one byte. */
function sorted<Value>(map: ReadonlyMap<Packed, Value>): [Packed, Value][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1))
}
