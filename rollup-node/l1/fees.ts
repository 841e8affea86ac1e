import { hexToBigInt } from 'viem'
import { larger } from '../compare.ts'
import type { L1Provider } from './L1Provider.ts'

/** EIP-1559 and EIP-4844 fee caps, wei per gas. `maxFeePerBlobGas` only matters to type-3 transactions. */
export type Fees = { maxFeePerGas: bigint; maxPriorityFeePerGas: bigint; maxFeePerBlobGas: bigint }

const TIP = 1_000_000_000n

/** Caps that hold for several full blocks in a row: twice the present base fee, four times the present blob fee. */
export async function suggestFees(provider: L1Provider, baseFeePerGas: bigint, withBlobs: boolean): Promise<Fees> {
  const blobBaseFee = withBlobs
    ? hexToBigInt((await provider.request({ method: 'eth_blobBaseFee' })) as `0x${string}`)
    : 0n
  return {
    maxFeePerGas: 2n * baseFeePerGas + TIP,
    maxPriorityFeePerGas: TIP,
    maxFeePerBlobGas: 4n * blobBaseFee,
  }
}

/**
 * Fees that replace a pending transaction: geth's pools want 10 % more for an ordinary transaction and twice as much for one
 * with blobs, in every fee; and never less than what is suggested now.
 */
export function bumpFees(previous: Fees, suggested: Fees, withBlobs: boolean): Fees {
  const raise = (fee: bigint) => (withBlobs ? 2n * fee : (fee * 5n) / 4n + 1n)
  const bumped = (name: keyof Fees) => larger(raise(previous[name]), suggested[name])
  return {
    maxFeePerGas: bumped('maxFeePerGas'),
    maxPriorityFeePerGas: bumped('maxPriorityFeePerGas'),
    maxFeePerBlobGas: bumped('maxFeePerBlobGas'),
  }
}
