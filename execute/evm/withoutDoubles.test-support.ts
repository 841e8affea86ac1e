import type { BlockLevelAccessList } from '@ethereumjs/util'
import type { Hex } from '../types/Hex.ts'

/** EIP-7928: no slot is among the changes and the reads. Stock lists both, where what undoes a write is undone. */
export function withoutDoubles(list: BlockLevelAccessList): BlockLevelAccessList {
  for (const { storageChanges, storageReads } of Object.values(list.accesses))
    for (const slot of Object.keys(storageChanges)) storageReads.delete(slot as Hex)
  return list
}
