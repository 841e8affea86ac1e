import { Address } from '@ethereumjs/util'
import { keccak256 } from '../crypto/keccak256.ts'
import { quantityToBytes } from '../rlp/quantity.ts'
import { encodeList, encodeString } from '../trie/rlpItems.ts'

/** EIP-1014 with a salt. */
export function addressOfCreated(
  creator: Uint8Array,
  nonce: bigint,
  salt: Uint8Array | undefined,
  code: Uint8Array,
): Address {
  const hash =
    salt === undefined
      ? keccak256(encodeList([encodeString(creator), encodeString(quantityToBytes(nonce))]))
      : keccak256(Buffer.concat([Uint8Array.of(0xff), creator, salt, keccak256(code)]))
  return new Address(hash.slice(12))
}
