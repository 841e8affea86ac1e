import { type Hex, hexToNumber } from 'viem'
import { type Clock, createClock, createKzg } from '../../chain/index.ts'
import type { DevnetConfig } from '../../configs/index.ts'
import { createLoggers } from '../loggers.ts'
import type { RunningChain } from '../network/Network.ts'
import { startRollup } from '../parts/startRollup.ts'
import { connectConfigured, rollupOf } from './connectConfigured.ts'
import type { Role, RoleOptions } from './Role.ts'
import { warmLater } from './warmLater.ts'

export type RunRollupOptions = RoleOptions & {
  /** Name in the configuration: `r1`. */
  name: string
  /** URL of L1's RPC; waited for as long as the configuration's `timeout` allows. */
  l1: string
}

/** One rollup alone: sequencer, batcher and settler against the L1 at a URL. Errors: CHAIN_UNKNOWN, NOT_READY, PORT_TAKEN. */
export async function runRollup(config: DevnetConfig, { name, l1: url, onLog }: RunRollupOptions): Promise<Role> {
  const options = rollupOf(config, name)
  const loggers = createLoggers({ level: config.log.level, ...(onLog && { onLine: onLog }) })
  const l1 = await connectConfigured(config, 'l1', url)
  const clock = createClock()
  const leaveClock = await followClock(clock, l1)
  const kzg = createKzg()
  const rollup = await startRollup(config, options, l1, { clock, loggers })
  const stop = async () => {
    leaveClock()
    kzg.close()
    await rollup.stop()
  }
  try {
    const urls = await rollup.listen!({ host: config.host, port: options.port })
    warmLater(kzg)
    return { ...urls, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** L1's time is the devnet's: a warp there is a warp here. */
async function followClock(clock: Clock, l1: RunningChain): Promise<() => void> {
  const look = async () => {
    const head = (await l1.request({ method: 'eth_getBlockByNumber', params: ['latest', false] })) as { timestamp: Hex }
    clock.observe(hexToNumber(head.timestamp))
  }
  await look()
  return l1.subscribe(() => look().catch(() => {}))
}
