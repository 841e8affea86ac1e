import type { TypedTransaction } from '@ethereumjs/tx'
import type { Hex } from 'viem'
import { toHex } from './hex.ts'

const senders = new WeakMap<TypedTransaction, Hex>()

/** Sender of a signed transaction, recovered once per object. Throws when the signature is invalid. */
export function senderOf(transaction: TypedTransaction): Hex {
  let sender = senders.get(transaction)
  if (sender === undefined) {
    sender = toHex(transaction.getSenderAddress().bytes)
    senders.set(transaction, sender)
  }
  return sender
}
