import { keccak256 } from '../crypto/keccak256.ts'
import { MissingData } from '../errors.ts'
import { bytesToQuantity, quantityToBytes } from '../rlp/quantity.ts'
import { emptyRoot, hashReference, rootOf } from '../trie/encodeNode.ts'
import { hashedNode, type NodeSource } from '../trie/hashedNode.ts'
import { decodeList, encodeList, encodeString } from '../trie/rlpItems.ts'
import type { AccountLeaf, StorageTrie } from './AccountLeaf.ts'

/** keccak256 of no bytes: the code hash of an account without code. */
export const emptyCodeHash: Uint8Array = keccak256(new Uint8Array(0))

const noCode = new Uint8Array(0)

export function storageRootOf(storage: StorageTrie): Uint8Array {
  return rootOf(storage, encodeSlot)
}

/** RLP of `[nonce, balance, storageRoot, codeHash]`. */
export function encodeAccount(leaf: AccountLeaf): Uint8Array {
  return encodeList([
    encodeString(quantityToBytes(leaf.nonce)),
    encodeString(quantityToBytes(leaf.balance)),
    encodeString(storageRootOf(leaf.storage)),
    encodeString(leaf.codeHash),
  ])
}

export const encodeSlot = encodeString

/** How leaves of tries known by hash only are read: their storage is again known by hash only. */
export function accountSource(node: (hash: Uint8Array) => Uint8Array | undefined): NodeSource<AccountLeaf> {
  const storageSource: NodeSource<Uint8Array> = { node, decodeValue: decodeSlot }
  return {
    node,
    decodeValue(bytes) {
      const items = decodeList(bytes)
      const [nonce, balance, storageRoot, codeHash] = items ?? []
      if (
        items?.length !== 4 ||
        items.some(({ isList }) => isList) ||
        storageRoot?.payload.length !== 32 ||
        codeHash?.payload.length !== 32
      ) {
        throw new MissingData('MALFORMED_NODE', 'A leaf of the account trie is not an account', { value: bytes })
      }
      return {
        nonce: bytesToQuantity(nonce!.payload),
        balance: bytesToQuantity(balance!.payload),
        codeHash: codeHash.payload,
        code: equalBytes(codeHash.payload, emptyCodeHash) ? noCode : undefined,
        storage: equalBytes(storageRoot.payload, emptyRoot)
          ? undefined
          : hashedNode(hashReference(storageRoot.payload), storageSource),
      }
    },
  }
}

function decodeSlot(bytes: Uint8Array): Uint8Array {
  if (bytes.length === 1 && bytes[0]! < 0x80 && bytes[0] !== 0) return bytes
  const value = bytes.subarray(1)
  if (bytes[0] !== 0x80 + value.length || value.length === 0 || value.length > 32 || value[0] === 0) {
    throw new MissingData('MALFORMED_NODE', 'A leaf of a storage trie is not a slot value', { value: bytes })
  }
  return value
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}
