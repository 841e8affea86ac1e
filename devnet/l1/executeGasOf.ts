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

/** The schedule in words, the same for the same numbers: a kept L1 goes on under no other. */
export function executeGasInWords({ executeGas }: Pick<DevnetConfig['l1'], 'executeGas'>): string {
  const { market } = executeGasOf({ executeGas })
  if (market === undefined) return `EXECUTE gas ${executeGas}`
  return `EXECUTE gas market (limit ${market.limit}, target ${market.target}, least price ${market.minPrice})`
}
