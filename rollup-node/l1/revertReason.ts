import { type Address, BaseError, decodeErrorResult, type Hex } from 'viem'
import { nativeRollupAbi } from '../../contracts/index.ts'
import type { L1Client } from './createL1Client.ts'

/** Why L1 refuses the call, asked for after the fact: `WrongParent(0x…, 0x…)`, or the node's words. */
export async function revertReason(
  client: L1Client,
  call: { account: Address; to: Address; data: Hex; gas: bigint },
): Promise<string> {
  try {
    await client.call(call)
    return 'none any more: the same call would succeed now'
  } catch (error) {
    return describeRevert(error)
  }
}

export function describeRevert(error: unknown): string {
  if (!(error instanceof BaseError)) return String(error)
  const cause = error.walk((inner) => typeof (inner as { data?: unknown }).data === 'string') as { data?: Hex } | null
  if (cause?.data === undefined) return error.shortMessage
  try {
    const { errorName, args = [] } = decodeErrorResult({ abi: nativeRollupAbi, data: cause.data })
    return `${errorName}(${args.join(', ')})`
  } catch {
    return error.shortMessage
  }
}
