import type { Hex } from 'viem'

/** An account at genesis; `balance` in wei, storage as 32-byte slot to 32-byte value. */
export type AllocAccount = { balance: bigint; nonce?: bigint; code?: Hex; storage?: Record<Hex, Hex> }

/** Accounts of a genesis block, by address. */
export type Alloc = Record<Hex, AllocAccount>

/** Accounts with code, as contracts have them after deployment (nonce 1, EIP-161). */
export function codeAlloc(codes: Record<string, Hex>): Alloc {
  return Object.fromEntries(Object.entries(codes).map(([address, code]) => [address, { balance: 0n, nonce: 1n, code }]))
}

/** Accounts that only hold ETH. */
export function balanceAlloc(balances: Record<Hex, bigint>): Alloc {
  return Object.fromEntries(Object.entries(balances).map(([address, balance]) => [address, { balance }]))
}
