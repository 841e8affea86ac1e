import { chainsOf, type Network, type RunningChain } from '../network/Network.ts'
import { bootNetwork } from '../parts/bootNetwork.ts'
import { connectConfigured } from '../roles/connectConfigured.ts'
import type { Provider } from './Provider.ts'
import { type SpawnedPart, spawnPart } from './spawnPart.ts'

/** Each part in its own process: L1, every rollup, the relayer. They find each other by URL. */
export const startProcesses: Provider = async (config, { loggers }) => {
  const spawned: SpawnedPart[] = []
  /** Rollups before the L1 they talk to, the relayer before them all. */
  const stop = async () => {
    for (const part of spawned.splice(0).reverse()) await part.stop()
  }
  const spawn = async (...[name, task]: [string, Parameters<typeof spawnPart>[1]]): Promise<SpawnedPart> => {
    const part = await spawnPart(name, task, loggers)
    spawned.push(part)
    return part
  }
  const connect = async (name: string, { http, ws }: SpawnedPart): Promise<RunningChain> =>
    Object.assign(await connectConfigured(config, name, http), { ws })

  try {
    const l1Part = await spawn('l1', { role: 'l1', config })
    const l1 = await connect('l1', l1Part)
    const rollups = await Promise.all(
      config.rollups.map(async ({ name }) =>
        connect(name, await spawn(name, { role: 'rollup', config, name, l1: l1Part.http })),
      ),
    )
    const network: Pick<Network, 'l1' | 'rollups'> = { l1, rollups }
    const died = () => Promise.race(spawned.map((part) => part.died))
    await Promise.race([bootNetwork(network), died()])
    if (config.relayer) {
      const urls = Object.fromEntries(chainsOf(network).map(({ name, http }) => [name, http!]))
      const { l1: l1Url, ...rollupUrls } = urls
      // The control port belongs to the process that runs the whole.
      const quiet = { ...config, control: { ...config.control, port: 0 } }
      await spawn('relayer', { role: 'relayer', config: quiet, l1: l1Url!, rollups: rollupUrls })
    }
    return { ...network, died: died(), stop }
  } catch (error) {
    await stop()
    throw error
  }
}
