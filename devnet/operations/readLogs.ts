import { type Address, formatLog, type Hash, type Hex, hexToBigInt, type Log, numberToHex, type RpcLog } from 'viem'
import { inHalves } from '../../rollup-node/index.ts'
import type { KnownChain } from './Context.ts'

/** A contract's logs in blocks `from` to `to` (by default the newest), inclusive, in order, however little a query may have. */
export async function readLogs(
  { request }: Pick<KnownChain, 'request'>,
  criteria: { address: Address; topics: readonly (Hash | Hash[] | null)[] },
  { from, to }: { from: bigint; to?: bigint },
): Promise<Log[]> {
  const last = to ?? hexToBigInt((await request({ method: 'eth_blockNumber', params: [] })) as Hex)
  if (from > last) return []
  const logs = await inHalves(from, last, async (first, last) => {
    const filter = { ...criteria, fromBlock: numberToHex(first), toBlock: numberToHex(last) }
    return (await request({ method: 'eth_getLogs', params: [filter] })) as RpcLog[]
  })
  return logs.map((log) => formatLog(log))
}
