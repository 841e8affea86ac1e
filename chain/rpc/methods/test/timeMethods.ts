import type { Backend } from '../../../Backend.ts'
import { looseQuantity, readParameters } from '../../parameters.ts'
import { RpcError, rpcCodes } from '../../RpcError.ts'
import type { RpcMethods } from '../../router.ts'
import { futureTimestamp } from './futureTimestamp.ts'

/** Seconds: a thousand years. Beyond it timestamps would leave the range of contracts that pack them. */
const longestStep = 31_556_952_000n

/** Time goes forward only: the chains of a devnet share one clock, and their blocks have its timestamps. */
export function createTimeMethods({ store, producer, clock }: Backend): RpcMethods {
  function warp(seconds: bigint): void {
    if (seconds > longestStep) {
      throw new RpcError(rpcCodes.invalidParams, `time moves by at most ${longestStep} seconds at once, not ${seconds}`)
    }
    clock.warp(Number(seconds))
  }

  return {
    async increaseTime(params) {
      const { seconds } = readParameters(params, { seconds: looseQuantity })
      warp(seconds)
      return Number(seconds)
    },
    async setTime(params) {
      const { timestamp } = readParameters(params, { timestamp: looseQuantity })
      // Hardhat and Ganache count in milliseconds here, anvil in seconds: no clock is that far ahead.
      const wanted = timestamp > 100_000_000_000n ? timestamp / 1000n : timestamp
      const now = BigInt(clock.now())
      if (wanted < now) {
        throw new RpcError(rpcCodes.invalidParams, `timestamp ${wanted} lies before the chain's time, ${now}`)
      }
      warp(wanted - now)
      return Number(wanted - now)
    },
    async setNextBlockTimestamp(params) {
      const { timestamp } = readParameters(params, { timestamp: looseQuantity })
      producer.next.timestamp = futureTimestamp(store, timestamp)
      return null
    },
    async setBlockTimestampInterval(params) {
      const { seconds } = readParameters(params, { seconds: looseQuantity })
      if (seconds > longestStep) throw new RpcError(rpcCodes.invalidParams, `an interval of ${seconds} is too long`)
      producer.next.timestampInterval = seconds
      return null
    },
    async removeBlockTimestampInterval(params) {
      readParameters(params, {})
      const had = producer.next.timestampInterval !== undefined
      delete producer.next.timestampInterval
      return had
    },
  }
}
