import { createClock, createKzg } from '../../chain/index.ts'
import type { DevnetConfig } from '../../configs/index.ts'
import { createLoggers } from '../loggers.ts'
import { startL1 } from '../parts/startL1.ts'
import type { Role, RoleOptions } from './Role.ts'
import { warmLater } from './warmLater.ts'

/** L1 alone: it knows the rollups of the configuration from its genesis on. Errors: PORT_TAKEN. */
export async function runL1(config: DevnetConfig, { onLog }: RoleOptions = {}): Promise<Role> {
  const loggers = createLoggers({ level: config.log.level, ...(onLog && { onLine: onLog }) })
  const l1 = await startL1(config, { clock: createClock(), loggers })
  const kzg = createKzg()
  const stop = async () => {
    kzg.close()
    await l1.stop()
  }
  try {
    const urls = await l1.listen!({ host: config.host, port: config.l1.port })
    l1.startSlots()
    warmLater(kzg)
    return { ...urls, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
