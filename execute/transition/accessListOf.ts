import { FrameAccessList } from '../evm/FrameAccessList.ts'
import type { BlockEnvironment } from './BlockEnvironment.ts'

/** What the block has touched and changed so far (EIP-7928); undefined before Amsterdam. */
export function accessListOf({ evm }: Pick<BlockEnvironment, 'evm'>): FrameAccessList | undefined {
  const list: unknown = evm.blockLevelAccessList
  return list instanceof FrameAccessList ? list : undefined
}
