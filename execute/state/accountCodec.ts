import { keccak256 } from '../crypto/keccak256.ts'
import { MissingData } from '../errors.ts'
import { bytesToQuantity } from '../rlp/quantity.ts'
import { emptyRoot, rootOf } from '../trie/encodeNode.ts'
import { hashedNode, type NodeSource } from '../trie/hashedNode.ts'
import { pack } from '../trie/packed.ts'
import { encodeString, itemEnds, payloadStart } from '../trie/rlpItems.ts'
import type { AccountLeaf, StorageTrie } from './AccountLeaf.ts'

/** keccak256 of no bytes: the code hash of an account without code. */
export const emptyCodeHash: Uint8Array = keccak256(new Uint8Array(0))

export const noCode: Uint8Array = new Uint8Array(0)

export function storageRootOf(storage: StorageTrie): Uint8Array {
  return rootOf(storage, encodeSlot)
}

/** Room for one account's RLP. */
const room = new Uint8Array(256)
const twoHashes = 33 + 33
/** A sum of balances may have more than 32 bytes, in a state that a test method made. */
const numberSize = 40
const number = new DataView(new ArrayBuffer(numberSize))
const numberBytes = new Uint8Array(number.buffer)

/** RLP of `[nonce, balance, storageRoot, codeHash]`, good until the next one is encoded. */
export function encodeAccount({ nonce, balance, storage, codeHash }: AccountLeaf): Uint8Array {
  let at = writeQuantity(balance, writeQuantity(nonce, 2))
  room[0] = 0xf8
  room[1] = at - 2 + twoHashes
  at = writeHash(storageRootOf(storage), at)
  return room.subarray(0, writeHash(codeHash, at))
}

function writeHash(hash: Uint8Array, at: number): number {
  room[at] = 0xa0
  room.set(hash, at + 1)
  return at + 33
}

/** RLP of a number. */
function writeQuantity(value: bigint, at: number): number {
  if (value < 0x80n) {
    room[at] = value === 0n ? 0x80 : Number(value)
    return at + 1
  }
  let rest = value
  let start = numberSize
  while (rest > 0n) {
    start -= 8
    number.setBigUint64(start, rest)
    rest >>= 64n
  }
  while (numberBytes[start] === 0) start++
  room[at] = 0x80 + numberSize - start
  for (let i = start; i < numberSize; i++) room[at + 1 + i - start] = numberBytes[i]!
  return at + 1 + numberSize - start
}

export const encodeSlot = encodeString

/** How leaves of tries known by hash only are read: their storage is again known by hash only. */
export function accountSource(node: NodeSource<unknown>['node']): NodeSource<AccountLeaf> {
  const storageSource: NodeSource<Uint8Array> = { node, decodeValue: decodeSlot }
  return {
    node,
    decodeValue(bytes) {
      const [nonceEnd, balanceEnd, rootEnd, end, ...more] = itemEnds(bytes) ?? []
      const nonceStart = payloadStart(bytes, 0)
      if (
        end === undefined ||
        more.length > 0 ||
        !isNumber(bytes, nonceStart) ||
        !isNumber(bytes, nonceEnd!) ||
        !isHash(bytes, balanceEnd!, rootEnd!) ||
        !isHash(bytes, rootEnd!, end)
      ) {
        throw new MissingData('MALFORMED_NODE', 'A leaf of the account trie is not an account', { value: bytes })
      }
      const root = bytes.subarray(balanceEnd, rootEnd)
      const codeHash = bytes.subarray(rootEnd! + 1)
      const hasCode = !equalBytes(codeHash, emptyCodeHash)
      return {
        nonce: bytesToQuantity(bytes.subarray(payloadStart(bytes, nonceStart), nonceEnd)),
        balance: bytesToQuantity(bytes.subarray(payloadStart(bytes, nonceEnd!), balanceEnd)),
        codeHash: hasCode ? new Uint8Array(codeHash) : emptyCodeHash,
        code: hasCode ? undefined : noCode,
        storage: equalBytes(root.subarray(1), emptyRoot) ? undefined : hashedNode(pack(root), storageSource),
      }
    },
  }
}

/** Whether the item is a string of at most 32 bytes. */
function isNumber(bytes: Uint8Array, start: number): boolean {
  return bytes[start]! <= 0xa0
}

/** Whether the item is a string of 32 bytes. */
function isHash(bytes: Uint8Array, start: number, end: number): boolean {
  return bytes[start] === 0xa0 && end - start === 33
}

function decodeSlot(bytes: Uint8Array): Uint8Array {
  if (bytes.length === 1 && bytes[0]! < 0x80 && bytes[0] !== 0) return new Uint8Array(bytes)
  const value = new Uint8Array(bytes.subarray(1))
  if (bytes[0] !== 0x80 + value.length || value.length === 0 || value.length > 32 || value[0] === 0) {
    throw new MissingData('MALFORMED_NODE', 'A leaf of a storage trie is not a slot value', { value: bytes })
  }
  return value
}

/** Nothing but an address, or nothing at all (EIP-161). */
export function isDead(account: Pick<AccountLeaf, 'nonce' | 'balance' | 'codeHash'> | undefined): boolean {
  return account === undefined || (account.nonce === 0n && account.balance === 0n && hasNoCode(account))
}

export function hasNoCode({ codeHash }: Pick<AccountLeaf, 'codeHash'>): boolean {
  return codeHash === emptyCodeHash || equalBytes(codeHash, emptyCodeHash)
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}
