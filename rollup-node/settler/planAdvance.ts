import type { GasSchedule } from '../../execute/index.ts'
import { smaller } from '../compare.ts'
import { advanceGas, amsterdamGas, TRANSACTION_GAS_CAP } from './advanceGas.ts'
import type { SettledBlockInput } from './executeInput.ts'

/** Pools take ordinary transactions of up to 128 KiB (geth's txMaxSize); the rest is for the ABI and the signature. */
const CALLDATA_BYTES = 120_000

/** As many of the blocks (contiguous, oldest first) as one L1 transaction can settle, and its gas limit. */
export async function planAdvance(
  blocks: AsyncIterable<SettledBlockInput>,
  schedule: GasSchedule,
  isAmsterdam = false,
): Promise<{ blocks: SettledBlockInput[]; gas: bigint }> {
  let taken: SettledBlockInput[] = []
  let gas = 0n
  let bytes = 0
  for await (const block of blocks) {
    const more = [...taken, block]
    const needed = advanceGas(more, schedule) + (isAmsterdam ? amsterdamGas(more) : 0n)
    bytes += block.input.length + 192
    if (taken.length > 0 && (needed > TRANSACTION_GAS_CAP || bytes > CALLDATA_BYTES)) break
    taken = more
    gas = smaller(needed, TRANSACTION_GAS_CAP)
  }
  return { blocks: taken, gas }
}
