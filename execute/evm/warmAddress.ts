import type { EVM } from '@ethereumjs/evm'
import { pack } from '../trie/packed.ts'
import { FrameJournal } from './FrameJournal.ts'

/** EIP-2929: a transaction begins with it warm, and it stays so whatever fails. */
export function warmAddress({ journal }: EVM, address: Uint8Array): void {
  const ours: unknown = journal
  if (ours instanceof FrameJournal) ours.warmAlways(pack(address))
  else journal.addAlwaysWarmAddress(Buffer.from(address).toString('hex'))
}
