import type { Backend } from '../../../Backend.ts'
import { encodeLogs } from '../../encoding/encodeLogs.ts'
import { logFilter } from '../../logFilter.ts'
import { readParameters } from '../../parameters.ts'
import { queryLogs } from '../../queryLogs.ts'
import type { RpcMethods } from '../../router.ts'

export function createLogMethods({ store, blooms, limits }: Backend): RpcMethods {
  return {
    async eth_getLogs(params) {
      const { filter } = readParameters(params, { filter: logFilter })
      return encodeLogs(await queryLogs({ store, blooms }, filter, limits))
    },
  }
}
