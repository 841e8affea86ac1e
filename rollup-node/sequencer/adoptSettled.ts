import type { Logger } from '../../chain/index.ts'
import { smaller } from '../compare.ts'
import { settledBlocks } from '../follower/settledBlocks.ts'
import { isBlockOf } from '../isBlockOf.ts'
import { printable } from '../printable.ts'
import type { AgreementParts } from './Agreement.ts'

/**
 * Brings the sequencer's chain to where L1's contract stands. Anyone may settle a valid block, and then ours of that number
 * cannot settle any more: the other is taken as a follower takes it, and our own transactions are sealed again upon it.
 * Errors: those of settledBlocks.
 */
export async function adoptSettled(parts: AgreementParts, { logger }: { logger: Logger }): Promise<void> {
  const { node, contract, heads, anchors } = parts
  for (;;) {
    const { number: last, blockHash: hash } = await contract.head()
    if (isBlockOf(node, last, hash)) return
    const before = node.head().block.header.number
    let common = smaller(last, before)
    while (common > 0n && !isBlockOf(node, common, await contract.settled(common))) common--
    // No block is settled before its anchor, and no anchor is older than the parent's.
    const from = await anchors.numberOf(node.blockByNumber(common)!.block.header.parentBeaconBlockRoot!)
    const { number: to } = await heads.refresh()
    const taken = await settledBlocks(parts, { after: common, from, to })
    const upToHead = taken.filter(({ number }) => number <= last)
    // L1 was reorganised meanwhile: its next block asks again.
    if (upToHead.at(-1)?.hash !== hash) return
    await node.adoptBlocks(upToHead.map(({ block }) => block))
    node.setForkchoice({ safe: hash, finalized: hash })
    const head = node.head().block.header.number
    logger.warn(printable({ first: common + 1n, last, hash, before, head }), 'blocks.adopted')
  }
}
