import { type DevnetConfig, resolveConfig, type UserConfig } from '../configs/index.ts'
import { composeDevnet } from './composeDevnet.ts'
import type { Devnet } from './Devnet.ts'
import { createLoggers } from './loggers.ts'
import { waitForReady } from './network/waitForReady.ts'
import { providerOf } from './providers/providerOf.ts'

export type DevnetOptions = UserConfig & {
  /** Sees every log record of every part, one JSON object per line. Without it nothing is logged. */
  onLog?: (line: string) => void
}

/**
 * Boots a devnet for the code that calls it: L1, rollups and relayer, ready when it resolves. With the inline provider no
 * port is opened until `chain.listen()` asks for one, and no file is written; with the process provider every part listens
 * on a port of the operating system's choice. Ports in `options` are the command's business and are not looked at here.
 *
 * Errors: CONFIG_INVALID, NOT_READY, and whatever kept a part from starting.
 *
 * @example
 * await using devnet = await createDevnet({ rollups: 2 })
 * await devnet.deposit({ rollup: 'r1', value: parseEther('1') })
 */
export async function createDevnet({ onLog, ...options }: DevnetOptions = {}): Promise<Devnet> {
  const config = anyPorts(resolveConfig({ file: { name: 'createDevnet', config: options } }))
  const loggers = createLoggers({ level: config.log.level, ...(onLog && { onLine: onLog }) })
  const provider = await providerOf(config)
  const network = await waitForReady(config, provider(config, { loggers, listen: false }))
  return composeDevnet(network, {
    async stop() {
      await network.stop()
      loggers.close()
    },
  })
}

function anyPorts(config: DevnetConfig): DevnetConfig {
  return {
    ...config,
    l1: { ...config.l1, port: 0 },
    rollups: config.rollups.map((rollup) => ({ ...rollup, port: 0 })),
    control: { ...config.control, port: 0 },
  }
}
