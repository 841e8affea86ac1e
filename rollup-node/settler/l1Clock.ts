import { type Hex, hexToBigInt } from 'viem'
import type { L1Provider } from '../l1/L1Provider.ts'

/** The timestamp that L1's next block would have now, unix seconds. */
export async function nextL1Timestamp(provider: L1Provider): Promise<bigint> {
  const pending = (await provider.request({ method: 'eth_getBlockByNumber', params: ['pending', false] })) as {
    timestamp: Hex
  }
  return hexToBigInt(pending.timestamp)
}

/** Moves a development L1 forward in time. `false` where L1 has no such method: its time must be waited for. */
export async function moveL1Clock(provider: L1Provider, seconds: bigint): Promise<boolean> {
  try {
    await provider.request({ method: 'evm_increaseTime', params: [Number(seconds)] })
    return true
  } catch {
    return false
  }
}
