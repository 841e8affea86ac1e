import type { SealedBlock } from '../../execute/index.ts'
import { toHex } from '../hex.ts'
import type { Tags } from './Archive.ts'

/** Tags as they are kept. */
export function hashesOf({
  head,
  safe,
  finalized,
}: { head: SealedBlock } & { [tag in 'safe' | 'finalized']: SealedBlock | undefined }): Tags {
  return {
    head: toHex(head.hash),
    ...(safe && { safe: toHex(safe.hash) }),
    ...(finalized && { finalized: toHex(finalized.hash) }),
  }
}
