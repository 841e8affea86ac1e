import { maxFeePerGasOf, maxPriorityFeePerGasOf } from '../fees.ts'
import type { PooledTransaction } from './TransactionPool.ts'
import { TransactionRejected } from './TransactionRejected.ts'

/** geth's defaults: 10 % for transactions, 100 % for those with blobs, which are dear to pass on. */
const bumpPercent = { plain: 110n, blob: 200n }

/** A transaction with the nonce of a pooled one must raise every fee by the bump. Errors: REPLACEMENT_UNDERPRICED. */
export function checkReplacement(replacement: PooledTransaction, replaced: PooledTransaction): void {
  const percent = replaced.transaction.type === 3 ? bumpPercent.blob : bumpPercent.plain
  const before = feesOf(replaced)
  const enough = feesOf(replacement).every((fee, i) => fee * 100n >= (before[i] ?? 0n) * percent)
  if (enough) return
  throw new TransactionRejected('REPLACEMENT_UNDERPRICED', 'replacement transaction underpriced', {
    value: feesOf(replacement),
    expected: before.map((fee) => (fee * percent + 99n) / 100n),
    hint: `raise every fee by ${percent - 100n} % to replace ${replaced.hash}`,
  })
}

function feesOf({ transaction }: PooledTransaction): bigint[] {
  const fees = [maxFeePerGasOf(transaction), maxPriorityFeePerGasOf(transaction)]
  return 'maxFeePerBlobGas' in transaction ? [...fees, transaction.maxFeePerBlobGas] : fees
}
