import type { Header, SealedBlock } from '../../execute/index.ts'
import type { BlockRecord } from './blockRecord.ts'
import { lazily } from './lazily.ts'

/** What a record has of a block, added to `target`, and read when it is first looked into. */
export function lazyBlock<T extends object>(
  target: T,
  header: Header,
  read: () => BlockRecord,
): T & Omit<SealedBlock, 'hash' | 'state' | 'witness'> {
  let record: BlockRecord | undefined
  const once = () => {
    record ??= read()
    return record
  }
  const block = lazily(
    { header },
    {
      transactions: () => once().block.transactions,
      ommers: () => once().block.ommers,
      withdrawals: () => once().block.withdrawals,
    },
  )
  return lazily(Object.assign(target, { block }), {
    receipts: () => once().receipts,
    requests: () => once().requests,
    blockAccessList: () => once().blockAccessList,
  })
}
