import type { Clock } from '../../chain/index.ts'
import type { DevnetConfig } from '../../configs/index.ts'
import { addresses, nativeRollupAddress } from '../../contracts/index.ts'
import { forksOf, l1Genesis } from '../genesis.ts'
import type { L1Engine } from '../l1/L1Engine.ts'
import { nativeL1 } from '../l1/nativeL1.ts'
import type { Loggers } from '../loggers.ts'
import type { RunningChain } from '../network/Network.ts'
import { inStateDir } from './inStateDir.ts'
import { listenAt } from './listenAt.ts'
import { rpcLimits } from './rpcLimits.ts'
import { dumpStateFile, loadStateFile } from './stateFiles.ts'

export type PartDeps = { clock: Clock; loggers: Loggers }

export type RunningL1 = RunningChain & { startSlots(): void; stop(): Promise<void> }

/** Starts L1 of a configuration. It mines when asked; slots begin with `startSlots`. */
export async function startL1(
  config: DevnetConfig,
  { clock, loggers }: PartDeps,
  engine: L1Engine = nativeL1,
): Promise<RunningL1> {
  const logger = loggers.of('l1').child({ chain: 'l1' })
  const genesis = await l1Genesis(config)
  const settlements = config.rollups.map(({ chainId }) => nativeRollupAddress(chainId))
  const rpc = rpcLimits(config)
  const l1 = await inStateDir(config, 'l1', (keeping) =>
    engine({ config: config.l1, genesis, forks: forksOf(config), settlements, keeping, rpc }, { clock, logger }),
  )
  try {
    await loadStateFile(config.l1, l1)
  } catch (error) {
    await l1.stop()
    throw error
  }
  return {
    ...l1,
    async stop() {
      await dumpStateFile(config.l1, l1).catch((error: unknown) => logger.error({ error }, 'L1 could not be dumped'))
      await l1.stop()
    },
    name: 'l1',
    chainId: config.l1.chainId,
    kind: 'l1',
    contracts: l1Contracts(config),
    listen: listenAt(config, 'l1', 'l1.port', l1.listen),
  }
}

/** Contracts of L1 that its users call, by name. */
export function l1Contracts(config: DevnetConfig): RunningChain['contracts'] {
  const { rollupRegistry, l1Gateway, outbox, multicall3, create2Factory } = addresses
  const rollups = config.rollups.map(({ name, chainId }) => [`nativeRollup(${name})`, nativeRollupAddress(chainId)])
  return { ...Object.fromEntries(rollups), rollupRegistry, l1Gateway, outbox, multicall3, create2Factory }
}
