import { type Clock, createExecutionNode, type KeepingOptions, type Logger } from '../../chain/index.ts'
import type { ForkSchedule, Genesis } from '../../execute/index.ts'
import { type BlobSource, createRpcBlobSource } from '../l1/BlobSource.ts'
import { createL1Client } from '../l1/createL1Client.ts'
import { createHeadTracker } from '../l1/HeadTracker.ts'
import type { L1Provider } from '../l1/L1Provider.ts'
import { createRollupContract } from '../l1/RollupContract.ts'
import { createFollowerOf, type Follower } from './Follower.ts'

export type FollowerOptions = {
  chainId: number
  /** Name in logs. */
  name: string
  genesis: Genesis
  l1: L1Provider
  /** @default { osaka: 0 } */
  forks?: ForkSchedule
  /** How long the chain is kept, and where. With a folder the follower goes on from what it had rebuilt. */
  keeping?: KeepingOptions
  /** @default L1's `anvil_getBlobByHash`; a beacon node's API with createBeaconBlobSource */
  blobs?: BlobSource
}

/** A node that learns a rollup from L1 alone. Errors: what L1's transport throws when it cannot be reached. */
export async function createFollower(
  options: FollowerOptions,
  deps: { clock: Clock; logger: Logger },
): Promise<Follower> {
  const { chainId, name, genesis, l1 } = options
  const logger = deps.logger.child({ chain: name, module: 'follower' })
  const node = await createExecutionNode(
    {
      ...options.keeping,
      name,
      chainId,
      genesis,
      forks: options.forks ?? { osaka: 0 },
      mining: { mode: 'manual' },
    },
    deps,
  )
  const heads = createHeadTracker({ provider: l1 }, { logger })
  await heads.start()
  const client = createL1Client(l1)
  const contract = createRollupContract(client, chainId)
  const follower = createFollowerOf(
    { node, client, contract, heads, blobs: options.blobs ?? createRpcBlobSource(l1) },
    { logger },
  )
  return {
    ...follower,
    async stop() {
      heads.stop()
      await follower.stop()
      await node.close()
    },
  }
}
