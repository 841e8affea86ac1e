import type { DevnetConfig } from '../../configs/index.ts'
import type { Network, RunningChain } from '../network/Network.ts'
import { bootNetwork } from '../parts/bootNetwork.ts'
import type { ChildTask } from '../roles/childMessages.ts'
import { connectConfigured } from '../roles/connectConfigured.ts'

/** A part that runs outside of this process, and is ready. */
export type LaunchedPart = {
  http: string
  ws?: string
  /** URL at which the other parts reach it. */
  peer: string
  /** Rejects with CHAIN_DIED when it ends without having been asked to. Never resolves. */
  died: Promise<never>
  stop(): Promise<void>
}

export type Launch = (name: string, task: ChildTask) => Promise<LaunchedPart>

/** L1, every rollup and the relayer, each where `launch` puts it. They find each other by URL. */
export async function startParts(config: DevnetConfig, launch: Launch): Promise<Network> {
  const launched: LaunchedPart[] = []
  /** Rollups before the L1 they talk to, the relayer before them all. */
  const stop = async () => {
    for (const part of launched.splice(0).reverse()) await part.stop()
  }
  const start = async (name: string, task: ChildTask) => {
    const part = await launch(name, task)
    launched.push(part)
    return part
  }
  const connect = async (name: string, { http, ws }: LaunchedPart): Promise<RunningChain> =>
    Object.assign(await connectConfigured(config, name, http), { ws })

  try {
    const l1Part = await start('l1', { role: 'l1', config })
    const l1 = await connect('l1', l1Part)
    const rollupParts = await all(
      config.rollups.map(({ name }) => start(name, { role: 'rollup', config, name, l1: l1Part.peer })),
    )
    const peers = Object.fromEntries(config.rollups.map(({ name }, place) => [name, rollupParts[place]!.peer]))
    const rollups = await all(config.rollups.map(({ name }, place) => connect(name, rollupParts[place]!)))
    const network: Pick<Network, 'l1' | 'rollups'> = { l1, rollups }
    const died = () => Promise.race(launched.map((part) => part.died))
    await Promise.race([bootNetwork(network), died()])
    if (config.relayer) {
      // The control port belongs to the process that runs the whole.
      const quiet = { ...config, control: { ...config.control, port: 0 } }
      await start('relayer', { role: 'relayer', config: quiet, l1: l1Part.peer, rollups: peers })
    }
    return { ...network, died: died(), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** As Promise.all, but a failure waits for the others: what they started is to be stopped as well. */
async function all<result>(promises: Promise<result>[]): Promise<result[]> {
  await Promise.allSettled(promises)
  return Promise.all(promises)
}
