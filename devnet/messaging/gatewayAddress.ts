import type { Address, Chain } from 'viem'
import { addresses } from '../../contracts/index.ts'

/** The gateway of a chain: rollups name their L1 as `sourceId`, L1 has none. */
export function gatewayAddress(chain: Chain | undefined): Address {
  return chain?.sourceId === undefined ? addresses.l1Gateway : addresses.gateway
}
