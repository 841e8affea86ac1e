import { encodeRpcLog, type RpcLog } from '../rpc/encoding/encodeReceipt.ts'
import type { LogFilter } from '../rpc/logFilter.ts'
import type { HeadChange } from '../store/ChainStore.ts'
import { logsOfBlock } from '../store/findLogs.ts'

/** Logs that a change of the head takes away (`removed: true`, newest first) and brings. */
export function changedLogs({ removed, added }: HeadChange, filter: LogFilter): RpcLog[] {
  const inRange = ({ block }: HeadChange['added'][number]) =>
    (typeof filter.fromBlock !== 'bigint' || block.header.number >= filter.fromBlock) &&
    (typeof filter.toBlock !== 'bigint' || block.header.number <= filter.toBlock)
  return [
    ...removed
      .filter(inRange)
      .flatMap((block) => logsOfBlock(block, filter).reverse())
      .map((found) => encodeRpcLog(found.log, found, true)),
    ...added
      .filter(inRange)
      .flatMap((block) => logsOfBlock(block, filter))
      .map((found) => encodeRpcLog(found.log, found)),
  ]
}
