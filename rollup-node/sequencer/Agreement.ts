import type { ExecutionNode, Logger } from '../../chain/index.ts'
import type { BlobSource } from '../l1/BlobSource.ts'
import type { L1Client } from '../l1/createL1Client.ts'
import type { HeadTracker } from '../l1/HeadTracker.ts'
import type { RollupContract } from '../l1/RollupContract.ts'
import { createLoop } from '../loop.ts'
import type { Anchors } from './Anchors.ts'
import { adoptSettled } from './adoptSettled.ts'
import { reanchor } from './reanchor.ts'

/** Keeps the sequencer's chain one that L1 can settle, whatever happens there. */
export type Agreement = {
  /** Looks once, then at each L1 block. Resolves after the first look. */
  start(): Promise<void>
  stop(): Promise<void>
}

export type AgreementParts = {
  node: ExecutionNode
  client: L1Client
  contract: RollupContract
  heads: HeadTracker
  anchors: Anchors
  blobs: BlobSource
}

/** Takes over what L1 has settled in place of our blocks, and after a reorg of L1 gives lost anchors up. */
export function createAgreement(parts: AgreementParts, { logger }: { logger: Logger }): Agreement {
  const { heads } = parts
  const loop = createLoop('agree', agree, logger)
  let reorgs = 1
  let seen = 0
  let stopListening = () => {}

  async function agree(): Promise<void> {
    await adoptSettled(parts, { logger })
    if (seen === reorgs) return
    const now = reorgs
    await reanchor(parts, { logger })
    seen = now
  }

  return {
    async start() {
      let highest = heads.latest().number
      stopListening = heads.onBlock(({ number }) => {
        if (number <= highest) reorgs++
        highest = number
        loop.trigger()
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
