import type { Common } from '@ethereumjs/common'
import { paramsTx } from '@ethereumjs/tx'

/** What a transaction costs before a single instruction runs, and the least it costs (EIP-7623; zero before). */
export type IntrinsicCost = { intrinsic: bigint; floor: bigint }

/** Whether `plainIntrinsicCost` knows the fork: gas has one dimension. */
export function knowsCostOf(common: Common): boolean {
  return !common.gteHardfork('amsterdam')
}

/**
 * The cost of a transaction without lists of accesses or authorizations (execution-specs `calculate_intrinsic_cost`).
 * EthereumJS reckons it for a transaction only, which costs more to make than a small call does to execute.
 */
export function plainIntrinsicCost(common: Common, data: Uint8Array, isCreation: boolean): IntrinsicCost {
  common.updateParams(paramsTx)
  let nonZero = 0
  for (let i = 0; i < data.length; i++) if (data[i] !== 0) nonZero++
  const zero = data.length - nonZero
  const base = common.param('txGas')
  let intrinsic = base + price(common, 'txDataZeroGas', zero) + price(common, 'txDataNonZeroGas', nonZero)
  if (isCreation && common.gteHardfork('homestead')) intrinsic += common.param('txCreationGas')
  if (isCreation && common.isActivatedEIP(3860))
    intrinsic += price(common, 'initCodeWordGas', Math.ceil(data.length / 32))
  const floor = common.isActivatedEIP(7623) ? base + price(common, 'totalCostFloorPerToken', zero + 4 * nonZero) : 0n
  return { intrinsic, floor }
}

function price(common: Common, parameter: string, count: number): bigint {
  return common.param(parameter) * BigInt(count)
}
