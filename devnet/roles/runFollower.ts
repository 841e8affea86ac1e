import { createClock, type KeepingOptions } from '../../chain/index.ts'
import type { DevnetConfig } from '../../configs/index.ts'
import { createFollower, type Follower, type FollowerReport } from '../../rollup-node/index.ts'
import { forksOf, rollupGenesis } from '../genesis.ts'
import { createLoggers } from '../loggers.ts'
import { inStateDir } from '../parts/inStateDir.ts'
import { listenAt } from '../parts/listenAt.ts'
import { connectConfigured, rollupOf } from './connectConfigured.ts'
import type { Role, RoleOptions } from './Role.ts'

export type FollowOptions = RoleOptions & {
  /** Name in the configuration: `r1`. */
  name: string
  /** URL of L1's RPC. */
  l1: string
}

export type RunFollowerOptions = FollowOptions & { onReport?: (report: FollowerReport) => void }

/**
 * A node that knows a rollup from L1 alone, serves it at the rollup's port and keeps up with L1. With a state directory it goes on
 * from what it had rebuilt. Errors: as runRollup.
 */
export function runFollower(config: DevnetConfig, options: RunFollowerOptions): Promise<Role> {
  return inStateDir(config, `${options.name}-follower`, (keeping) => follow(config, options, keeping))
}

async function follow(config: DevnetConfig, options: RunFollowerOptions, keeping: KeepingOptions): Promise<Role> {
  const { name, onReport = () => {} } = options
  const follower = await openFollower(config, options, keeping)
  const listen = listenAt(config, name, 'rollup.port', ({ host, port }) => follower.node.listen({ host, port }))
  try {
    const urls = await listen({ host: config.host, port: rollupOf(config, name).port })
    void follower.follow(onReport)
    return { ...urls, stop: async () => void (await follower.stop()) }
  } catch (error) {
    await follower.stop()
    throw error
  }
}

/**
 * Rebuilds a rollup from L1's logs, calldata and blobs in a fresh node, and says where it ends: the head, or the first
 * block that differs. Errors: CHAIN_UNKNOWN, NOT_READY.
 */
export async function verifyRollup(config: DevnetConfig, options: FollowOptions): Promise<FollowerReport> {
  const follower = await openFollower(config, options)
  try {
    return await follower.sync()
  } finally {
    await follower.stop()
  }
}

async function openFollower(
  config: DevnetConfig,
  { name, l1: url, onLog }: FollowOptions,
  keeping: KeepingOptions = {},
): Promise<Follower> {
  const rollup = rollupOf(config, name)
  const loggers = createLoggers({ level: config.log.level, ...(onLog && { onLine: onLog }) })
  const l1 = await connectConfigured(config, 'l1', url)
  return createFollower(
    { chainId: rollup.chainId, name, genesis: rollupGenesis(config, rollup), l1, forks: forksOf(config), keeping },
    { clock: createClock(), logger: loggers.of(name) },
  )
}
