import type { FoundLog } from '../../store/findLogs.ts'
import { encodeRpcLog, type RpcLog } from './encodeReceipt.ts'
import type { JsonBytes, WritableResult } from './JsonBytes.ts'

/**
 * What a search for logs answers. It may be many thousands: as objects, and then as one string, they would cost several
 * times what finding them does.
 */
export function encodeLogs(found: FoundLog[]): WritableResult & { toJSON(): RpcLog[] } {
  return {
    toJSON: () => found.map((one) => encodeRpcLog(one.log, one)),
    writeJson(to) {
      to.text('[')
      for (const [index, one] of found.entries()) {
        if (index > 0) to.text(',')
        writeLog(to, one)
      }
      to.text(']')
    },
  }
}

/** As `encodeRpcLog` has it. */
function writeLog(to: JsonBytes, { log, block, transactionIndex, logIndex }: FoundLog): void {
  const { header } = block.block
  to.text('{"address":')
  to.data(log.address)
  to.text(',"topics":[')
  for (const [index, topic] of log.topics.entries()) {
    if (index > 0) to.text(',')
    to.data(topic)
  }
  to.text('],"data":')
  to.data(log.data)
  to.text(',"blockNumber":')
  to.quantity(header.number)
  to.text(',"blockHash":')
  to.data(block.hash)
  to.text(',"blockTimestamp":')
  to.quantity(header.timestamp)
  to.text(',"transactionHash":')
  to.data(block.receipts[transactionIndex]!.transactionHash)
  to.text(',"transactionIndex":')
  to.quantity(transactionIndex)
  to.text(',"logIndex":')
  to.quantity(logIndex)
  to.text(',"removed":false}')
}
