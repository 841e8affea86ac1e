import { type Hex, serializeTransaction } from 'viem'
import { privateKeyToAddress } from 'viem/accounts'
import { keccak256, signHash } from '../../execute/index.ts'

/** Senders that no node knows, and their next nonces on one chain. */
export type Wallet = {
  senders: Hex[]
  /** The sender's next transaction, signed. */
  sign(sender: number, fields: { to: Hex; value?: bigint; data?: Hex; gas: bigint }): Hex
}

const toHex = (bytes: Uint8Array): Hex => `0x${Buffer.from(bytes).toString('hex')}`
const fromHex = (hex: string) => new Uint8Array(Buffer.from(hex.slice(2), 'hex'))

export function createWallet(chainId: number, count: number): Wallet {
  const keys = Array.from({ length: count }, (_, i) => new Uint8Array(keccak256(Buffer.from(`rpc sender ${i}`))))
  const nonces = keys.map(() => 0)
  return {
    senders: keys.map((key) => privateKeyToAddress(toHex(key)).toLowerCase() as Hex),
    sign(sender, { to, value = 0n, data = '0x', gas }) {
      const transaction = {
        type: 'eip1559',
        chainId,
        nonce: nonces[sender]!++,
        maxFeePerGas: 100_000_000_000n,
        maxPriorityFeePerGas: 1_000_000_000n,
        gas,
        to,
        value,
        data,
      } as const
      const { r, s, yParity } = signHash(keccak256(fromHex(serializeTransaction(transaction))), keys[sender]!)
      return serializeTransaction(transaction, { r: toHex(r), s: toHex(s), yParity })
    },
  }
}
