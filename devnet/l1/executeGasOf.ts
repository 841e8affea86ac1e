import type { DevnetConfig } from '../../configs/index.ts'
import { type GasSchedule, gasSchedules, marketGasSchedule } from '../../execute/index.ts'

/** The gas schedule of L1's EXECUTE, which whoever settles must know too. */
export function executeGasOf({ executeGas }: Pick<DevnetConfig['l1'], 'executeGas'>): GasSchedule {
  if (typeof executeGas === 'string') return gasSchedules[executeGas]
  const { limit, target, minPrice } = executeGas.market
  return marketGasSchedule({
    limit: BigInt(limit),
    minPrice: BigInt(minPrice),
    ...(target !== undefined && { target: BigInt(target) }),
  })
}
