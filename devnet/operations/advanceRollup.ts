import type { Hash, Hex } from 'viem'
import type { Advance } from '../Devnet.ts'
import type { RunningChain } from '../network/Network.ts'

/** What `nativeroll_advance` of a rollup answers: one entry per L1 transaction. */
export type AdvanceReport = { first: Hex; last: Hex; transactionHash: Hash; l1Block: Hex; gasUsed: Hex }[]

/** Has a rollup settle what it has sealed, at most `blocks` blocks. */
export async function advanceRollup(rollup: RunningChain, blocks?: number): Promise<Advance> {
  const params = blocks === undefined ? [] : [{ blocks }]
  const report = (await rollup.request({ method: 'nativeroll_advance', params })) as AdvanceReport
  const [first, last] = [report[0], report.at(-1)]
  return {
    rollup: rollup.name,
    ...(first && last && { first: BigInt(first.first), last: BigInt(last.last) }),
    gasUsed: report.reduce((sum, { gasUsed }) => sum + BigInt(gasUsed), 0n),
    transactionHashes: report.map(({ transactionHash }) => transactionHash),
  }
}
