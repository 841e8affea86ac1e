import { bytesToHex, type Hex } from 'viem'
import type { ExecutionNode, Logger } from '../../chain/index.ts'
import type { HeadTracker } from '../l1/HeadTracker.ts'
import type { RollupContract } from '../l1/RollupContract.ts'
import { createLoop } from '../loop.ts'
import type { Anchors } from './Anchors.ts'

/** What keeps a rollup settleable when L1 is reorganised. */
export type Reanchoring = {
  /** Looks once, then after each reorg of L1. Resolves after the first look. */
  start(): Promise<void>
  stop(): Promise<void>
}

export type ReanchoringParts = {
  node: ExecutionNode
  contract: RollupContract
  heads: HeadTracker
  anchors: Anchors
}

/**
 * A block whose anchor L1 has lost can never be settled, nor can any block after it. These are sealed again, with the same
 * transactions in the same order, on L1's new head.
 */
export function createReanchoring(parts: ReanchoringParts, { logger }: { logger: Logger }): Reanchoring {
  const { node, contract, heads, anchors } = parts
  const loop = createLoop('reanchor', reanchor, logger)
  let stopListening = () => {}

  async function reanchor(): Promise<void> {
    const first = await firstLost()
    if (first === undefined) return
    const last = node.head().block.header.number
    await node.reseal(first)
    logger.warn(
      { first: Number(first), last: Number(last), l1Block: Number(heads.latest().number) },
      'blocks.reanchored',
    )
  }

  async function firstLost(): Promise<bigint | undefined> {
    const settled = await contract.head()
    const known = new Map<Hex, boolean>()
    for (let number = settled.number + 1n; ; number++) {
      const anchor = node.blockByNumber(number)?.block.header.parentBeaconBlockRoot
      if (anchor === undefined) return undefined
      const key = bytesToHex(anchor)
      const canonical = known.get(key) ?? (await anchors.isCanonical(anchor))
      if (!canonical) return number
      known.set(key, canonical)
    }
  }

  return {
    async start() {
      let highest = heads.latest().number
      stopListening = heads.onBlock(({ number }) => {
        if (number <= highest) loop.trigger()
        highest = number
      })
      loop.trigger()
      await loop.idle()
    },
    async stop() {
      stopListening()
      await loop.idle()
    },
  }
}
