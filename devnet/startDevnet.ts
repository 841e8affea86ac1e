import type { DevnetConfig } from '../configs/index.ts'
import { devAccounts } from './accounts.ts'
import { composeDevnet } from './composeDevnet.ts'
import { createControlServer } from './control/createControlServer.ts'
import { proxyRouter } from './control/proxyRouter.ts'
import type { Devnet } from './Devnet.ts'
import { createLoggers } from './loggers.ts'
import { chainsOf, type Network } from './network/Network.ts'
import { waitForReady } from './network/waitForReady.ts'
import { listenAt } from './parts/listenAt.ts'
import { providerOf } from './providers/providerOf.ts'
import { acquireSession, type Session } from './session/acquireSession.ts'
import type { SessionFile } from './session/SessionFile.ts'
import { sessionPaths } from './session/sessionPaths.ts'

export type StartOptions = {
  /** Folder that holds all sessions. @default '.nativeroll' */
  directory?: string
  /** Sees every log record of every part, one JSON object per line; they go to the session's log files in any case. */
  onLog?: (line: string) => void
}

export type StartedDevnet = {
  devnet: Devnet
  session: SessionFile
  /** A session of this name that ended without cleaning up, found and replaced. */
  stale?: { pid: number; startedAt: string }
  /** What the start found beside it and did about it. */
  notes: string[]
  /** Milliseconds from the call to ready. */
  ms: number
  /** Resolves when the devnet has been stopped, by whomever. Rejects with CHAIN_DIED when a part ended by itself. */
  ended: Promise<void>
}

/**
 * Boots a devnet for everybody: ports of the configuration, control server, session file, log files.
 * Errors: SESSION_RUNNING, PORT_TAKEN, NOT_READY, and whatever kept a part from starting.
 */
export async function startDevnet(config: DevnetConfig, options: StartOptions = {}): Promise<StartedDevnet> {
  const began = performance.now()
  const { directory, onLog } = options
  const paths = sessionPaths({ session: config.session, ...(directory !== undefined && { directory }) })
  const session = acquireSession(paths)
  const loggers = createLoggers({ level: config.log.level, file: paths.log, ...(onLog && { onLine: onLog }) })
  const cleanUp: (() => Promise<void> | void)[] = [() => session.release(), () => loggers.close()]
  const stopAll = async () => {
    for (const step of cleanUp.splice(0).reverse()) await step()
  }

  try {
    const provider = await providerOf(config)
    const notes: string[] = []
    const onNote = (note: string) => void notes.push(note)
    const network = await waitForReady(config, provider(config, { loggers, listen: true, onNote }))
    cleanUp.push(network.stop)
    for (const chain of chainsOf(network)) chain.log = paths.log(chain.name)

    let ready = false
    let end = () => {}
    const ended = Promise.race([new Promise<void>((resolve) => (end = resolve)), network.died])
    // Whoever keeps the devnet running waits for its end; whoever does not need not.
    ended.catch(() => {})
    const devnet = composeDevnet(network, { session: config.session, stop: () => stopAll().finally(end) })
    let published: SessionFile | undefined
    const server = createControlServer({
      devnet,
      chains: Object.fromEntries(chainsOf(network).map((chain) => [chain.name, proxyRouter(chain)])),
      describe: () => ({ config, session: published }),
      isReady: () => ready,
    })
    const listen = listenAt(config, 'the control server', 'control.port', server.listen)
    const { http: control } = await listen({ host: config.host, port: config.control.port })
    cleanUp.push(server.close)
    published = publish(session, network, control)
    ready = true
    return {
      devnet,
      session: published,
      ...(session.stale && { stale: session.stale }),
      notes,
      ms: Math.round(performance.now() - began),
      ended,
    }
  } catch (error) {
    await stopAll()
    throw error
  }
}

function publish(session: Session, network: Network, control: string): SessionFile {
  return session.publish({
    control,
    accounts: devAccounts.map(({ address, privateKey }) => ({ address, privateKey })),
    chains: Object.fromEntries(
      chainsOf(network).map(({ name, chainId, http, ws, log, contracts }) => [
        name,
        { id: chainId, http: http!, ws: ws!, ...(log && { log }), contracts },
      ]),
    ),
  })
}
