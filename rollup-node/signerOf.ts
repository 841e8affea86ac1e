import {
  type Address,
  type Hex,
  hexToBytes,
  keccak256,
  serializeTransaction,
  type TransactionSerializable,
  toHex,
} from 'viem'
import { publicKeyToAddress } from 'viem/accounts'
import { publicKeyOf, signHash } from '../execute/index.ts'

/** Signs transactions of one key. */
export type Signer = { address: Address; signTransaction(transaction: TransactionSerializable): Promise<Hex> }

/** viem's encoding with native signatures: viem's own need a quarter of a second to warm up, which every start would pay. */
export function signerOf(privateKey: Hex): Signer {
  const key = hexToBytes(privateKey)
  return {
    address: publicKeyToAddress(`0x04${toHex(publicKeyOf(key)).slice(2)}`),
    async signTransaction(transaction) {
      const { r, s, yParity } = signHash(keccak256(await serializeTransaction(transaction), 'bytes'), key)
      return serializeTransaction(transaction, { r: toHex(r), s: toHex(s), yParity })
    },
  }
}
