import { join } from 'node:path'
import { createRpcServer, type HttpRoute } from '../../chain/index.ts'
import type { DevnetConfig } from '../../configs/index.ts'
import { createLoggers } from '../loggers.ts'
import { listenAt } from '../parts/listenAt.ts'
import { createRelayer } from '../relayer/createRelayer.ts'
import { createCursorFile } from '../relayer/cursorStore.ts'
import { connectConfigured } from './connectConfigured.ts'
import type { Role, RoleOptions } from './Role.ts'

export type RunRelayerOptions = RoleOptions & {
  /** URL of L1's RPC. */
  l1: string
  /** URLs of the rollups' RPCs, by name. Rollups that are not named get and send no messages. */
  rollups: Record<string, string>
  /** Folder for the file that says where reading goes on after a restart. Without it every start reads the chains from their beginning. */
  directory?: string
}

/** The relayer alone, with `/ready` on the control port. Errors: CHAIN_UNKNOWN, NOT_READY, PORT_TAKEN. */
export async function runRelayer(config: DevnetConfig, options: RunRelayerOptions): Promise<Role> {
  const { l1: l1Url, rollups: urls, directory, onLog } = options
  const loggers = createLoggers({ level: config.log.level, ...(onLog && { onLine: onLog }) })
  const l1 = await connectConfigured(config, 'l1', l1Url)
  const rollups = await Promise.all(Object.entries(urls).map(([name, url]) => connectConfigured(config, name, url)))
  const cursors = directory === undefined ? undefined : createCursorFile(join(directory, 'relayer.json'))
  const relayer = createRelayer(
    { chains: { l1, rollups }, ...(cursors && { cursors }) },
    { logger: loggers.of('relayer').child({ module: 'relayer' }) },
  )

  let ready = false
  const readyRoute: HttpRoute = (_, response) => {
    response.writeHead(ready ? 200 : 503, { 'content-type': 'application/json' }).end(`${JSON.stringify({ ready })}\n`)
  }
  const server = createRpcServer({ name: 'nativeroll relayer', routers: {}, routes: { '/ready': readyRoute } })
  const listen = listenAt(config, 'the relayer', 'control.port', server.listen)
  const { http } = await listen({ host: config.host, port: config.control.port })
  const stop = async () => {
    await relayer.stop()
    await server.close()
  }
  try {
    await relayer.start()
  } catch (error) {
    await stop()
    throw error
  }
  ready = true
  return { http, stop }
}
