import { bytesToHex, type Hex, hexToBigInt } from 'viem'
import type { ExecutionNode, RpcMethods } from '../../chain/index.ts'
import { excessAfter, executeAddress, type GasSchedule, marketSlots, priceOf } from '../../execute/index.ts'
import { parameters, parse } from '../control/parameters.ts'
import { toJson } from '../control/toJson.ts'

/** The market of EXECUTE gas as it stands. Prices are L1 gas for 1,000 L2 gas. */
export type ExecuteGasStatus = {
  limit: bigint
  target: bigint
  minPrice: bigint
  /** Of the newest block: what the blocks before it used above the target, what it used itself, its price. */
  excess: bigint
  used: bigint
  price: bigint
  /** Of the next block. */
  nextPrice: bigint
}

/** What L1's RPC tells of EXECUTE's gas beside Ethereum's methods: `null` where it has no market. */
export function executeGasMethods({ market }: GasSchedule, node: () => Pick<ExecutionNode, 'request'>): RpcMethods {
  const read = async (slot: Uint8Array) => {
    const params = [executeAddress, bytesToHex(slot), 'latest']
    return hexToBigInt((await node().request({ method: 'eth_getStorageAt', params })) as Hex)
  }
  return {
    async nativeroll_executeGas(params) {
      parse(parameters.nothing, params)
      if (market === undefined) return null
      const [excess, used] = await Promise.all([read(marketSlots.excess), read(marketSlots.used)])
      const { limit, target, minPrice } = market
      const nextPrice = priceOf(market, excessAfter(market, { excess, used }))
      return toJson({ limit, target, minPrice, excess, used, price: priceOf(market, excess), nextPrice })
    },
  }
}
