import { RLP } from '@ethereumjs/rlp'
import type { Receipt } from '../types/Receipt.ts'
import { quantityToBytes } from './quantity.ts'

/** The receipt's consensus bytes (EIP-2718): the type before the list, except for legacy transactions. */
export function encodeReceipt(receipt: Receipt): Uint8Array {
  const outcome = receipt.stateRoot ?? (receipt.status ? Uint8Array.of(1) : new Uint8Array(0))
  const logs = receipt.logs.map(({ address, topics, data }) => [address, topics, data])
  const list = RLP.encode([outcome, quantityToBytes(receipt.cumulativeGasUsed), receipt.logsBloom, logs])
  if (receipt.type === 0) return list
  const typed = new Uint8Array(1 + list.length)
  typed[0] = receipt.type
  typed.set(list, 1)
  return typed
}
