import type { Backend } from '../../../Backend.ts'
import { encodeRpcLog } from '../../encoding/encodeReceipt.ts'
import { logFilter, queryLogs } from '../../logFilter.ts'
import { readParameters } from '../../parameters.ts'
import type { RpcMethods } from '../../router.ts'

export function createLogMethods({ store }: Backend): RpcMethods {
  return {
    async eth_getLogs(params) {
      const { filter } = readParameters(params, { filter: logFilter })
      return queryLogs(store, filter).map((found) => encodeRpcLog(found.log, found))
    },
  }
}
