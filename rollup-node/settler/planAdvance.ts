import type { GasPrices } from '../../execute/index.ts'
import { smaller } from '../compare.ts'
import { advanceGas, amsterdamGas, TRANSACTION_GAS_CAP } from './advanceGas.ts'
import type { SettledBlockInput } from './executeInput.ts'
import type { TooDear } from './executeTooDear.ts'
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
): Promise<{ blocks: SettledBlockInput[]; gas: bigint; tooDear?: TooDear }> {
  let taken: SettledBlockInput[] = []
  let bytes = 0
  let used = 0n
  for await (const block of blocks) {
    const more = [...taken, block]
    if (taken.length === 0 && quote.market?.canFall) {
      const { number, gasLimit } = block
      const atOnce = neededGas(more, quote.now, isAmsterdam)
      const tooDear = { number, gasLimit, neededGas: atOnce, price: quote.market.price }
      if (atOnce > TRANSACTION_GAS_CAP) return { blocks: [], gas: 0n, tooDear }
    }
    const needed = neededGas(more, quote.soon, isAmsterdam)
    bytes += block.input.length + 192
    const fits =
      needed <= TRANSACTION_GAS_CAP &&
      bytes <= CALLDATA_BYTES &&
      (quote.market === undefined || used + block.gasLimit <= quote.market.limit)
    if (taken.length > 0 && !fits) break
    taken = more
    used += block.gasUsed
  }
  return { blocks: taken, gas: gasLimitOf(taken, quote, isAmsterdam) }
}

/** The gas limit for advancing by these blocks: enough for the price that may hold when it is mined, as far as there can be. */
export function gasLimitOf(blocks: SettledBlockInput[], { soon }: ExecuteQuote, isAmsterdam: boolean): bigint {
  return smaller(neededGas(blocks, soon, isAmsterdam), TRANSACTION_GAS_CAP)
}

function neededGas(blocks: SettledBlockInput[], prices: GasPrices, isAmsterdam: boolean): bigint {
  return advanceGas(blocks, prices) + (isAmsterdam ? amsterdamGas(blocks) : 0n)
}
