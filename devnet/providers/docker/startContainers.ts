import { randomBytes } from 'node:crypto'
import { lookup } from 'node:dns/promises'
import { createRpcServer } from '../../../chain/index.ts'
import type { DevnetConfig } from '../../../configs/index.ts'
import { listenAt } from '../../parts/listenAt.ts'
import type { ChildTask } from '../../roles/childMessages.ts'
import type { Provider } from '../Provider.ts'
import { startParts } from '../startParts.ts'
import { connectEngine } from './connectEngine.ts'
import { engineError } from './engineError.ts'
import { imageOf } from './imageOf.ts'
import { sessionLabels } from './labels.ts'
import { removeLeftovers, removeNetwork } from './removeLeftovers.ts'
import { runContainer } from './runContainer.ts'

/** Where every part listens in its own container. */
const port = 8545

/** Each part in a container of its own, on a network of the session's: L1, every rollup, the relayer. */
export const startContainers: Provider = async (config, { loggers, onNote }) => {
  const engine = await connectEngine()
  const { session } = config
  const found = await removeLeftovers(engine, session)
  if (found !== undefined) onNote?.(found)
  const image = await imageOf(engine, config)
  const { address } = await lookup(config.host)

  const labels = sessionLabels(session)
  // Sessions of other folders may have the same name.
  const name = `nativeroll-${session}-${randomBytes(3).toString('hex')}`
  const { id: network } = await engine.createNetwork({ Name: name, Labels: labels }).catch((error: unknown) => {
    throw engineError(`create the network ${name}`, error)
  })
  try {
    const running = await startParts(config, async (part, task) => {
      const wanted = portOf(config, task)
      await assertFree(config, part, task, wanted)
      return runContainer(
        engine,
        {
          part,
          task: inContainer(task, part),
          image,
          name: `${name}-${part}`,
          network: name,
          labels,
          port,
          published: { address, port: wanted },
          timeout: config.timeout * 1000,
        },
        loggers,
      )
    })
    const stop = () => running.stop().finally(() => removeNetwork(engine, network))
    return { ...running, stop }
  } catch (error) {
    await removeNetwork(engine, network).catch(() => {})
    throw error
  }
}

/** Where a part is to be reached from outside. Nobody but us asks the relayer anything. */
function portOf({ l1, rollups }: DevnetConfig, task: ChildTask): number {
  if (task.role === 'l1') return l1.port
  return task.role === 'rollup' ? rollups.find(({ name }) => name === task.name)!.port : 0
}

/** The engine would only say that the port is taken, and not by whom. Errors: PORT_TAKEN. */
async function assertFree(config: DevnetConfig, part: string, { role }: ChildTask, wanted: number): Promise<void> {
  if (wanted === 0) return
  const server = createRpcServer({ name: part, routers: {} })
  await listenAt(config, part, `${role}.port`, server.listen)({ host: config.host, port: wanted })
  await server.close()
}

/** What a part is told is what it would be told outside, but for where it listens and what the others call it. */
function inContainer(task: ChildTask, part: string): ChildTask {
  const { config } = task
  return {
    ...task,
    config: {
      ...config,
      host: '0.0.0.0',
      allowedHosts: [...config.allowedHosts, part],
      l1: { ...config.l1, port },
      rollups: config.rollups.map((rollup) => ({ ...rollup, port })),
      control: { ...config.control, port },
    },
  }
}
