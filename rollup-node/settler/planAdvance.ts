import { smaller } from '../compare.ts'
import { advanceGas, amsterdamGas, TRANSACTION_GAS_CAP } from './advanceGas.ts'
import type { SettledBlockInput } from './executeInput.ts'
import type { ExecuteQuote } from './quoteExecute.ts'

/** Pools take ordinary transactions of up to 128 KiB (geth's txMaxSize); the rest is for the ABI and the signature. */
const CALLDATA_BYTES = 120_000

/**
 * As many of the blocks (contiguous, oldest first) as one L1 transaction can settle, and its gas limit. None, with `tooDear`,
 * if no transaction can hold what EXECUTE of the first one costs now, and it will cost less.
 */
export async function planAdvance(
  blocks: AsyncIterable<SettledBlockInput>,
  quote: ExecuteQuote,
  isAmsterdam = false,
): Promise<{ blocks: SettledBlockInput[]; gas: bigint; tooDear?: boolean }> {
  let taken: SettledBlockInput[] = []
  let gas = 0n
  let bytes = 0
  let used = 0n
  for await (const block of blocks) {
    const more = [...taken, block]
    const amsterdam = isAmsterdam ? amsterdamGas(more) : 0n
    if (taken.length === 0 && quote.canFall && advanceGas(more, quote.now) + amsterdam > TRANSACTION_GAS_CAP)
      return { blocks: [], gas: 0n, tooDear: true }
    const needed = advanceGas(more, quote.soon) + amsterdam
    bytes += block.input.length + 192
    const fits =
      needed <= TRANSACTION_GAS_CAP &&
      bytes <= CALLDATA_BYTES &&
      (quote.limit === undefined || used + block.gasLimit <= quote.limit)
    if (taken.length > 0 && !fits) break
    taken = more
    used += block.gasUsed
    gas = smaller(needed, TRANSACTION_GAS_CAP)
  }
  return { blocks: taken, gas }
}
