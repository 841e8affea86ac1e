import { encodeAbiParameters, type Hash, type Hex, keccak256 } from 'viem'

const [word, words] = [
  [{ type: 'bytes32' }, { type: 'uint256' }],
  [{ type: 'uint256' }, { type: 'bytes32' }],
] as const

/** Slot of `sentAt[id]` in Outbox (StateProof.outboxSlot). */
export function outboxSlot(id: Hash): Hex {
  return keccak256(encodeAbiParameters(word, [id, 0n]))
}

/** Slot of `settled[chainId][number]` in RollupRegistry (StateProof.settledSlot). */
export function settledSlot(chainId: bigint, number: bigint): Hex {
  const inner = keccak256(encodeAbiParameters([{ type: 'uint256' }, { type: 'uint256' }], [chainId, 0n]))
  return keccak256(encodeAbiParameters(words, [number, inner]))
}
