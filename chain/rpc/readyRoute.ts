import type { HttpRoute } from './server.ts'

/** For health checks: a node that listens answers. */
export const readyRoute: HttpRoute = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"ready":true}\n')
}
