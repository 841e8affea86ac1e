import type { Backend } from '../../../Backend.ts'
import { forkConfig } from '../../forkConfig.ts'
import type { RpcMethods } from '../../router.ts'

/** EIP-7910: which fork the chain is in, and which come next and last. */
export function createConfigMethods({ rules, store, precompiles }: Backend): RpcMethods {
  return {
    async eth_config() {
      const { hash, block } = store.genesis
      const genesis = { hash, timestamp: block.header.timestamp }
      const now = store.head().block.header.timestamp
      const starts = rules.schedule.flatMap(({ timestamp }) => (timestamp === undefined ? [] : [BigInt(timestamp)]))
      const coming = starts.filter((start) => start > now)
      const config = (start: bigint | undefined) =>
        start === undefined ? null : forkConfig(start, { rules, genesis, precompiles })
      return {
        current: config(starts.findLast((start) => start <= now)),
        next: config(coming[0]),
        last: config(coming.at(-1)),
      }
    },
  }
}
