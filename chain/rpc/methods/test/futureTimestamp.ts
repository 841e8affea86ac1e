import type { ChainStore } from '../../../store/ChainStore.ts'
import { RpcError, rpcCodes } from '../../RpcError.ts'

/** The timestamp, if a block on the head can have it. */
export function futureTimestamp(store: ChainStore, timestamp: bigint): bigint {
  const head = store.head().block.header.timestamp
  if (timestamp > head && timestamp < 2n ** 53n) return timestamp
  throw new RpcError(rpcCodes.invalidParams, `timestamp ${timestamp} must exceed that of the head, ${head}`)
}
