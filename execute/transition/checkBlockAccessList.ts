import { InvalidBlock } from '../errors.ts'
import { accessListOf } from './accessListOf.ts'
import type { BlockEnvironment } from './BlockEnvironment.ts'

/** EIP-7928's ITEM_COST. */
const gasPerItem = 2000n

/**
 * A block access list has at most one item for each 2000 gas of the block's limit (EIP-7928).
 * @throws InvalidBlock BLOCK_ACCESS_LIST_TOO_LARGE
 */
export function checkBlockAccessList(env: BlockEnvironment): void {
  const { gasLimit } = env.header
  const items = accessListOf(env)?.items() ?? 0
  if (BigInt(items) <= gasLimit / gasPerItem) return
  throw new InvalidBlock(
    'BLOCK_ACCESS_LIST_TOO_LARGE',
    `The block access list is too large for a gas limit of ${gasLimit}`,
    { value: items, expected: `at most ${gasLimit / gasPerItem} addresses and slots` },
  )
}
