import { decodeErrorResult, type Hex } from 'viem'
import { gatewayAbi } from '../../contracts/index.ts'

/** Revert data in words: the gateways' errors, `Error(string)` and `Panic(uint256)` by name, all others as they are. */
export function describeRevert(data: Hex): string {
  if (data === '0x') return 'it reverted without a reason'
  try {
    const { errorName, args } = decodeErrorResult({ abi: gatewayAbi, data })
    return `${errorName}(${(args ?? []).join(', ')})`
  } catch {
    return data
  }
}
