import { validateBlockAccessListGasLimit } from '@ethereumjs/util'
import { InvalidBlock } from '../errors.ts'
import type { BlockEnvironment } from './BlockEnvironment.ts'

/**
 * A block access list has at most one item for each 2000 gas of the block's limit (EIP-7928).
 * @throws InvalidBlock BLOCK_ACCESS_LIST_TOO_LARGE
 */
export function checkBlockAccessList({ evm, header, common }: BlockEnvironment): void {
  if (!common.isActivatedEIP(7928)) return
  try {
    validateBlockAccessListGasLimit(evm.blockLevelAccessList!, header.gasLimit)
  } catch (cause) {
    throw new InvalidBlock(
      'BLOCK_ACCESS_LIST_TOO_LARGE',
      `The block access list is too large for a gas limit of ${header.gasLimit}`,
      {
        value: header.gasLimit,
        cause,
      },
    )
  }
}
