import type { EVM } from '@ethereumjs/evm'
import { FrameJournal } from './FrameJournal.ts'

/** EIP-2929: a transaction begins with them warm. `precompiles` are all that the EVM began with, by hex without prefix. */
export function warmPrecompiles(evm: EVM, precompiles: Iterable<string>): void {
  const journal: unknown = evm.journal
  if (journal instanceof FrameJournal) journal.warmPrecompiles()
  else for (const address of precompiles) evm.journal.addAlwaysWarmAddress(address)
}
