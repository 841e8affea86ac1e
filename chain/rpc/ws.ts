import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { answer } from './answer.ts'
import type { RpcLimits } from './limits.ts'
import type { Router, RpcConnection } from './router.ts'
import { type Routers, routerAt } from './routerAt.ts'

export type WebSockets = {
  /** Takes over a socket whose Host and Origin have been checked. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Answers an upgrade with an HTTP error and ends the socket. */
  refuse(socket: Duplex, status: number, reason: string): void
  /** Ends all connections at once. */
  close(): void
}

export function createWebSockets(routers: Routers, limits: RpcLimits): WebSockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: limits.bodyBytes, perMessageDeflate: false })
  const unanswered = new WeakSet<WebSocket>()

  // Finds peers that vanished without a FIN.
  const pings = setInterval(() => {
    for (const socket of server.clients) {
      if (unanswered.has(socket)) {
        socket.terminate()
        continue
      }
      unanswered.add(socket)
      socket.ping()
    }
  }, limits.pingInterval)
  pings.unref()

  return {
    upgrade(request, socket, head) {
      socket.on('error', () => socket.destroy())
      const { pathname } = new URL(request.url ?? '/', 'http://host')
      const router = routerAt(routers, pathname)
      if (router === undefined) return refuse(socket, 404, `Nothing is served at ${pathname}`)
      if (server.clients.size >= limits.connections) return refuse(socket, 503, 'Too many open connections')
      server.handleUpgrade(request, socket, head, (webSocket) => {
        webSocket.on('pong', () => unanswered.delete(webSocket))
        serveConnection(webSocket, router, limits)
      })
    },
    refuse,
    close() {
      clearInterval(pings)
      for (const socket of server.clients) socket.terminate()
      server.close()
    },
  }
}

function serveConnection(socket: WebSocket, router: Router, limits: RpcLimits): void {
  const closed = new Set<() => void>()
  let running = 0

  /** A reader that is too slow is dropped: memory must not grow with what it leaves unread. */
  function send(text: string | Uint8Array): void {
    if (socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount + text.length > limits.backlogBytes) socket.terminate()
    else socket.send(text, { binary: false })
  }

  const connection: RpcConnection = {
    notify: (method, params) => send(JSON.stringify({ jsonrpc: '2.0', method, params })),
    onClose(listener) {
      if (socket.readyState === socket.OPEN) closed.add(listener)
      else listener()
    },
  }

  async function receive(text: string): Promise<void> {
    const afterwards: (() => void)[] = []
    running += 1
    if (running >= limits.requestsPerConnection) socket.pause()
    try {
      const afterAnswer = (listener: () => void) => void afterwards.push(listener)
      const response = await answer(router, text, limits, { connection, afterAnswer })
      if (response !== undefined) send(response)
      for (const listener of afterwards) listener()
    } finally {
      running -= 1
      if (running < limits.requestsPerConnection) socket.resume()
    }
  }

  socket.on('message', (data) => {
    receive(data.toString()).catch(() => socket.terminate())
  })
  // ws closes the connection itself (1009 for a message above maxPayload, 1002 and 1007 for malformed frames).
  socket.on('error', () => {})
  socket.on('close', () => {
    for (const listener of closed) listener()
    closed.clear()
  })
}

function refuse(socket: Duplex, status: number, reason: string): void {
  const text = `${reason}\n`
  socket.on('error', () => socket.destroy())
  socket.end(
    `HTTP/1.1 ${status} ${status === 403 ? 'Forbidden' : status === 404 ? 'Not Found' : 'Service Unavailable'}\r\n` +
      `content-type: text/plain\r\ncontent-length: ${Buffer.byteLength(text)}\r\nconnection: close\r\n\r\n${text}`,
  )
}
