import { WebSocket } from 'ws'
import { createForwarder, type Router, type RpcConnection, RpcError, rpcCodes } from '../../chain/index.ts'
import type { RunningChain } from '../network/Network.ts'

type Upstream = { request(method: string, params: unknown[]): Promise<unknown> }
type Answer = { id: number; result?: unknown; error?: { code: number; message: string; data?: unknown } }
type Push = { method: string; params: unknown }

/**
 * Serves the RPC of a chain that runs elsewhere. What comes over a WebSocket goes on over a WebSocket of its own, so that
 * subscriptions belong to the connection that made them.
 */
export function proxyRouter(chain: Pick<RunningChain, 'request' | 'ws'>): Router {
  const upstreams = new WeakMap<RpcConnection, Promise<Upstream>>()

  return createForwarder(async (method, params, { connection }) => {
    if (connection === undefined || chain.ws === undefined) return chain.request({ method, params }).catch(rethrow)
    let upstream = upstreams.get(connection)
    if (upstream === undefined) {
      upstream = connectUpstream(chain.ws, connection)
      upstreams.set(connection, upstream)
    }
    return (await upstream).request(method, params)
  })
}

async function connectUpstream(url: string, downstream: RpcConnection): Promise<Upstream> {
  const socket = new WebSocket(url)
  const waiting = new Map<number, { resolve(result: unknown): void; reject(error: RpcError): void }>()
  let last = 0
  downstream.onClose(() => socket.close())
  socket.on('message', (data) => {
    const message = JSON.parse(data.toString()) as Answer | Push
    // Behind the answer that carries the subscription's id, which goes out in this turn's microtasks.
    if ('method' in message) return void setImmediate(() => downstream.notify(message.method, message.params))
    const caller = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.error) caller?.reject(new RpcError(message.error.code, message.error.message, message.error))
    else caller?.resolve(message.result)
  })
  const gone = () => new RpcError(rpcCodes.internalError, `the chain at ${url} closed the connection`)
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(gone())
    waiting.clear()
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.on('error', (cause) => reject(new RpcError(rpcCodes.internalError, `cannot reach ${url}`, { cause })))
  })
  return {
    request: (method, params) =>
      new Promise((resolve, reject) => {
        if (socket.readyState !== WebSocket.OPEN) return reject(gone())
        last += 1
        waiting.set(last, { resolve, reject })
        socket.send(JSON.stringify({ jsonrpc: '2.0', id: last, method, params }))
      }),
  }
}

/** Client libraries wrap what the chain answered; its own code, message and data are what goes on. */
function rethrow(error: unknown): never {
  for (let inner = error; inner instanceof Error; inner = inner.cause) {
    const { code, data } = inner as Error & { code?: unknown; data?: unknown }
    const { details } = inner as Error & { details?: unknown }
    if (typeof code === 'number')
      throw new RpcError(code, typeof details === 'string' ? details : inner.message, { data, cause: error })
  }
  throw error
}
