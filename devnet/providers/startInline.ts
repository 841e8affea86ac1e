import { createClock, createKzg } from '../../chain/index.ts'
import { chainsOf, type RunningChain } from '../network/Network.ts'
import { bootNetwork } from '../parts/bootNetwork.ts'
import { startL1 } from '../parts/startL1.ts'
import { startRollup } from '../parts/startRollup.ts'
import { createRelayer } from '../relayer/createRelayer.ts'
import type { Provider } from './Provider.ts'

/** Everything in this process: chains call each other directly and share one clock. */
export const startInline: Provider = async (config, { loggers, listen }) => {
  const parts = { clock: createClock(), loggers }
  const started: { stop(): Promise<void> }[] = []
  /** In reverse: what was started last needs the others most. */
  const stop = async () => {
    for (const part of started.splice(0).reverse()) await part.stop()
  }
  try {
    const l1 = await startL1(config, parts)
    started.push(l1)
    const ports = new Map<RunningChain, number>([[l1, config.l1.port]])
    const rollups = await Promise.all(
      config.rollups.map(async (options) => {
        const rollup = await startRollup(config, options, l1, parts)
        started.push(rollup)
        ports.set(rollup, options.port)
        return rollup
      }),
    )
    const network = { l1, rollups }
    if (listen) {
      await Promise.all(
        chainsOf(network).map(async (chain) =>
          Object.assign(chain, await chain.listen!({ host: config.host, port: ports.get(chain)! })),
        ),
      )
    }
    await bootNetwork(network)
    l1.startSlots()
    if (config.relayer) {
      const relayer = createRelayer({ chains: network }, { logger: loggers.of('relayer').child({ module: 'relayer' }) })
      started.push(relayer)
      await relayer.start()
    }
    // A devnet that others use will post blobs: two seconds of set-up in another process, out of the first one's way.
    if (listen) started.push(warmKzg())
    return { ...network, died: new Promise<never>(() => {}), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function warmKzg(): { stop(): Promise<void> } {
  const kzg = createKzg()
  // A moment after `Ready`: to fork takes this process tens of milliseconds.
  const timer = setTimeout(() => {
    // Whoever needs it will meet the error again, and report it.
    kzg.warm().catch(() => {})
  }, 100)
  return {
    stop: async () => {
      clearTimeout(timer)
      kzg.close()
    },
  }
}
