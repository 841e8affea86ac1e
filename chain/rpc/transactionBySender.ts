import type { Hex } from 'viem'
import type { SealedBlock } from '../../execute/index.ts'
import type { Backend } from '../Backend.ts'
import { fromHex } from '../hex.ts'
import { createTraceBudget } from '../tracing/TraceBudget.ts'

/**
 * Where the chain has the transaction of that sender and nonce: blocks are looked through from the newest on.
 * @param sender in lower case
 * Errors: -32005 when that takes too long.
 */
export async function transactionBySender(
  { store, limits }: Backend,
  sender: Hex,
  nonce: bigint,
): Promise<{ block: SealedBlock; index: number } | undefined> {
  const address = fromHex(sender)
  const head = store.head()
  if ((head.state.getAccount(address)?.nonce ?? 0n) <= nonce) return undefined
  const budget = createTraceBudget(limits)
  for (let { number } = head.block.header; number > 0n; number--) {
    await budget.turn()
    const block = store.blockByNumber(number)
    const index = block?.receipts.findIndex(
      ({ from }, i) => block.block.transactions[i]!.nonce === nonce && Buffer.compare(from, address) === 0,
    )
    if (block && index !== undefined && index >= 0) return { block, index }
  }
  return undefined
}
