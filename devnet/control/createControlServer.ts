import type { ServerResponse } from 'node:http'
import { createRouter, createRpcServer, type HttpRoute, type Router, type RpcServer } from '../../chain/index.ts'
import type { Devnet } from '../Devnet.ts'
import { nativerollMethods } from './nativerollMethods.ts'
import { toJson } from './toJson.ts'

export type ControlServerOptions = {
  devnet: Devnet
  /** Routers of the chains by name; each is served under `/<name>`. */
  chains: Record<string, Router>
  /** Answer of `GET /config`. */
  describe: () => unknown
  isReady: () => boolean
}

/** One port for everything: `/ready`, `/metrics`, `/config`, `/rpc`, and each chain's RPC under its name. */
export function createControlServer({ devnet, chains, describe, isReady }: ControlServerOptions): RpcServer {
  const control = createRouter(nativerollMethods(devnet))
  const routers = Object.fromEntries(Object.entries(chains).map(([name, router]) => [`/${name}`, router]))

  const ready: HttpRoute = (_, response) => sendJson(response, isReady() ? 200 : 503, { ready: isReady() })
  const config: HttpRoute = (_, response) => sendJson(response, 200, describe())
  let metrics: Promise<HttpRoute> | undefined
  const lazyMetrics: HttpRoute = async (...call) => {
    // prom-client takes 40 ms to load; most devnets are never scraped.
    metrics ??= import('./metrics.ts').then(({ createMetricsRoute }) => createMetricsRoute(devnet))
    return (await metrics)(...call)
  }

  return createRpcServer({
    name: 'nativeroll control',
    routers: { '/': control, '/rpc': control, ...routers },
    routes: { '/ready': ready, '/config': config, '/metrics': lazyMetrics },
  })
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(`${JSON.stringify(toJson(body))}\n`)
}
