import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answer } from './answer.ts'
import { createHostCheck, createOriginCheck, type HeaderCheck } from './hostCheck.ts'
import { toListenError } from './ListenError.ts'
import { defaultRpcLimits, type RpcLimits } from './limits.ts'
import { readBody } from './readBody.ts'
import type { Router } from './router.ts'
import { type Routers, routerAt } from './routerAt.ts'
import { createWebSockets, type WebSockets } from './ws.ts'

/** Serves what is not JSON-RPC. `path` is what follows the prefix, with its leading slash or empty. */
export type HttpRoute = (
  request: IncomingMessage,
  response: ServerResponse,
  target: { path: string; query: URLSearchParams },
) => void | Promise<void>

export type RpcServerOptions = {
  /** Answers `GET /`, for people who open the URL in a browser. */
  name: string
  /**
   * Routers by path: `{ '/': router }`. Read at each request, so entries may come and go while the server runs. POST
   * and WebSocket upgrades on other paths get 404.
   */
  routers: Routers
  /** Further HTTP handlers by path prefix, such as `/eth/v1`. The longest prefix wins. */
  routes?: Readonly<Record<string, HttpRoute>>
  limits?: Partial<RpcLimits>
}

export type ListenOptions = {
  /** @default '127.0.0.1' */
  host?: string
  /** 0 takes any free port. */
  port: number
  /** Web origins admitted besides loopback ones and browser extensions; `*` admits any. */
  allowedOrigins?: readonly string[]
  /** Host names admitted besides IP addresses, loopback names and `host`; `*` admits any. */
  allowedHosts?: readonly string[]
}

export type Listening = { host: string; port: number; http: string; ws: string; close(): Promise<void> }

export type RpcServer = {
  /** Throws PortTaken when another process has the port, ListenFailed for any other reason. */
  listen(options: ListenOptions): Promise<Listening>
  /** Ends every listener and every open connection at once. */
  close(): Promise<void>
}

/** JSON-RPC 2.0 over HTTP and WebSocket on one port, with further HTTP routes beside it. */
export function createRpcServer(options: RpcServerOptions): RpcServer {
  const limits: RpcLimits = { ...defaultRpcLimits, ...options.limits }
  const listeners = new Set<{ close(): Promise<void> }>()

  async function listen(at: ListenOptions): Promise<Listening> {
    const host = at.host ?? '127.0.0.1'
    const hostCheck = createHostCheck([host, ...(at.allowedHosts ?? [])])
    const originCheck = createOriginCheck(at.allowedOrigins ?? [])
    const sockets = createWebSockets(options.routers, limits)
    const http = createServer((request, response) => {
      serve(request, response, hostCheck, originCheck).catch(() => response.destroy())
    })
    // Longer than any client keeps an idle connection, so that no request meets a socket that is being closed.
    http.keepAliveTimeout = 75_000
    http.on('upgrade', (request, socket, head) => {
      const refused = refusedBy(request, hostCheck, originCheck)
      if (refused === undefined) sockets.upgrade(request, socket, head)
      else sockets.refuse(socket, 403, refused)
    })
    await bind(http, host, at.port)
    const { port } = http.address() as AddressInfo
    const authority = `${reachable(host)}:${port}`
    const listening = {
      host,
      port,
      http: `http://${authority}`,
      ws: `ws://${authority}`,
      close: () => closeAll(http, sockets).finally(() => listeners.delete(listening)),
    }
    listeners.add(listening)
    return listening
  }

  async function serve(
    request: IncomingMessage,
    response: ServerResponse,
    hostCheck: HeaderCheck,
    originCheck: HeaderCheck,
  ): Promise<void> {
    const refused = refusedBy(request, hostCheck, originCheck)
    if (refused !== undefined) return sendText(response, 403, refused)
    allowOrigin(request, response)
    if (request.method === 'OPTIONS') return sendPreflight(request, response)
    // What nearly all requests ask for; reading it as a URL would cost them more than finding it out.
    const root = request.url === '/' ? options.routers['/'] : undefined
    if (root !== undefined && request.method === 'POST') return await servePost(root, request, response)
    const url = URL.canParse(request.url ?? '', 'http://host') ? new URL(request.url ?? '', 'http://host') : undefined
    if (url === undefined) return sendText(response, 400, 'The request target is not a URL')
    const prefix = longestPrefix(options.routes ?? {}, url.pathname)
    if (prefix !== undefined) {
      const path = url.pathname.slice(prefix.length)
      return await options.routes?.[prefix]?.(request, response, { path, query: url.searchParams })
    }
    const router = routerAt(options.routers, url.pathname)
    if (router === undefined) return sendText(response, 404, `Nothing is served at ${url.pathname}`)
    if (request.method === 'GET' || request.method === 'HEAD') return sendText(response, 200, greeting(options.name))
    if (request.method !== 'POST') {
      response.setHeader('allow', 'POST, GET, HEAD, OPTIONS')
      return sendText(response, 405, 'JSON-RPC is served over POST')
    }
    await servePost(router, request, response)
  }

  async function servePost(router: Router, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, limits.bodyBytes)
    if (body === undefined) return sendTooLarge(request, response, limits.bodyBytes)
    const text = await answer(router, body, limits, {})
    if (text === undefined) {
      response.writeHead(204).end()
      return
    }
    const length = typeof text === 'string' ? Buffer.byteLength(text) : text.length
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': length })
    response.end(text)
  }

  return {
    listen,
    async close() {
      await Promise.all([...listeners].map((listening) => listening.close()))
    },
  }
}

function longestPrefix(routes: Readonly<Record<string, HttpRoute>>, pathname: string): string | undefined {
  return Object.keys(routes)
    .filter((prefix) => pathname === prefix || pathname.startsWith(`${prefix}/`))
    .sort((a, b) => b.length - a.length)[0]
}

function refusedBy(request: IncomingMessage, host: HeaderCheck, origin: HeaderCheck): string | undefined {
  if (!host(request.headers.host)) {
    return `Host ${request.headers.host} is not allowed; use an IP address or localhost, or add it to the allowed hosts`
  }
  if (!origin(request.headers.origin)) {
    return `Origin ${request.headers.origin} is not allowed; add it to the allowed origins`
  }
  return undefined
}

function greeting(name: string): string {
  return `${name}: JSON-RPC 2.0 over POST and WebSocket at this URL`
}

function allowOrigin(request: IncomingMessage, response: ServerResponse): void {
  const { origin } = request.headers
  response.setHeader('vary', 'Origin')
  if (origin !== undefined) response.setHeader('access-control-allow-origin', origin)
}

/** Private Network Access lets a page on a public origin reach loopback only when the server says so. */
function sendPreflight(request: IncomingMessage, response: ServerResponse): void {
  const headers = request.headers['access-control-request-headers']
  response.writeHead(204, {
    'access-control-allow-methods': 'POST, GET, OPTIONS',
    'access-control-allow-headers': headers ?? 'content-type',
    'access-control-max-age': '600',
    ...(request.headers['access-control-request-private-network'] === 'true' && {
      'access-control-allow-private-network': 'true',
    }),
  })
  response.end()
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`)
}

/**
 * The answer goes out at once, but the socket stays open until the sender has stopped or a second has gone by: closed
 * earlier, its reset would overtake the answer.
 */
function sendTooLarge(request: IncomingMessage, response: ServerResponse, limit: number): void {
  const text = `The body exceeds ${limit} bytes\n`
  response.writeHead(413, { 'content-length': text.length, connection: 'close' })
  response.write(text)
  const timer = setTimeout(end, 1_000)
  function end() {
    clearTimeout(timer)
    response.end()
  }
  request.once('end', end).once('close', end).resume()
}

function bind(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(toListenError(error, host, port)))
    server.listen({ host, port }, () => {
      server.removeAllListeners('error')
      resolve()
    })
  })
}

function closeAll(http: Server, sockets: WebSockets): Promise<void> {
  return new Promise((resolve) => {
    http.close(() => resolve())
    sockets.close()
    http.closeAllConnections()
  })
}

/** The name by which a client on this machine reaches a server bound to `host`. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}
