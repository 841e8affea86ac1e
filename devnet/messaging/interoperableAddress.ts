import { type Address, concat, type Hex, numberToHex } from 'viem'

/** ERC-7930 binary address: version 1, chain type eip155 (0x0000), the chain id's minimal bytes, the account's 20. */
export function interoperableAddress(chainId: number | bigint, address: Address): Hex {
  const digits = BigInt(chainId).toString(16)
  const reference: Hex = `0x${digits.padStart(digits.length + (digits.length % 2), '0')}`
  const length = numberToHex((reference.length - 2) / 2, { size: 1 })
  return concat(['0x00010000', length, reference, '0x14', address])
}
