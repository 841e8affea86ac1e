import { NativerollError } from '../../execute/index.ts'
import { isWritable } from './encoding/JsonBytes.ts'
import { type JsonRpcError, RpcError, rpcCodes } from './RpcError.ts'

/** The far end of a WebSocket, as far as a method may care (`eth_subscribe` pushes through it). */
export type RpcConnection = {
  /** Sends one JSON-RPC notification. */
  notify(method: string, params: unknown): void
  /** Runs once when the connection is gone. */
  onClose(listener: () => void): void
}

/** Absent `connection` means HTTP or an in-process call. */
export type RpcContext = {
  connection?: RpcConnection
  /** Runs once the answer to this request has been sent: pushes about a new subscription must not overtake its id. */
  afterAnswer?(listener: () => void): void
}
export type RpcMethod = (params: unknown[], context: RpcContext) => Promise<unknown>
export type RpcMethods = Record<string, RpcMethod>

export type JsonRpcResponse = { jsonrpc: '2.0'; id: string | number | null } & (
  | { result: unknown }
  | { error: JsonRpcError }
)

export type Router = {
  /** Runs one method. Always rejects with an RpcError. */
  dispatch(method: string, params?: unknown, context?: RpcContext): Promise<unknown>
  /** Answers one JSON-RPC request object (not a batch); `undefined` for a notification, which gets no answer. */
  handle(request: unknown, context?: RpcContext): Promise<JsonRpcResponse | undefined>
}

/** Finds the method of a request, runs it, and turns whatever it throws into a JSON-RPC error. */
export function createRouter(methods: RpcMethods): Router {
  const table = new Map(Object.entries(methods))
  return createForwarder((method, params, context) => {
    const run = table.get(method)
    if (run === undefined) {
      throw new RpcError(rpcCodes.methodNotFound, `the method ${method} does not exist/is not available`)
    }
    return run(params, context)
  })
}

/** A router whose methods are found elsewhere: by name in a table, or in another process. */
export function createForwarder(
  run: (method: string, params: unknown[], context: RpcContext) => Promise<unknown>,
): Router {
  async function call(method: string, params: unknown, context: RpcContext): Promise<unknown> {
    if (!Array.isArray(params)) {
      throw new RpcError(rpcCodes.invalidParams, `invalid params: expected an array, got ${describe(params)}`)
    }
    try {
      return await run(method, params, context)
    } catch (error) {
      throw toRpcError(error)
    }
  }

  async function dispatch(method: string, params: unknown = [], context: RpcContext = {}): Promise<unknown> {
    const result = await call(method, params, context)
    return isWritable(result) ? result.toJSON() : result
  }

  async function handle(request: unknown, context: RpcContext = {}): Promise<JsonRpcResponse | undefined> {
    if (!isRequest(request)) {
      const error = { code: rpcCodes.invalidRequest, message: 'invalid request' }
      return { jsonrpc: '2.0', id: idOf(request) ?? null, error }
    }
    const { id } = request
    try {
      const result = await call(request.method, request.params ?? [], context)
      return id === undefined ? undefined : { jsonrpc: '2.0', id, result: result ?? null }
    } catch (error) {
      return id === undefined ? undefined : { jsonrpc: '2.0', id, error: toRpcError(error).toJSON() }
    }
  }

  return { dispatch, handle }
}

type JsonRpcRequest = { method: string; params?: unknown; id?: string | number | null }

function isRequest(value: unknown): value is JsonRpcRequest {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const { method, id } = value as { method?: unknown; id?: unknown }
  return typeof method === 'string' && (id === undefined || id === null || idOf(value) !== undefined)
}

/** The id of what may not be a request otherwise, so that its sender can tell what was refused. */
function idOf(value: unknown): string | number | undefined {
  const { id } = (value ?? {}) as { id?: unknown }
  return typeof id === 'string' || typeof id === 'number' ? id : undefined
}

function toRpcError(error: unknown): RpcError {
  if (error instanceof RpcError) return error
  // What a room foresaw is the caller's to mend; anything else is a fault of ours.
  if (error instanceof NativerollError) {
    const message = error.hint === undefined ? error.message : `${error.message} (${error.hint})`
    return new RpcError(rpcCodes.invalidInput, message, { cause: error })
  }
  const message = error instanceof Error ? error.message : String(error)
  return new RpcError(rpcCodes.internalError, message, { cause: error })
}

function describe(value: unknown): string {
  return value === null ? 'null' : typeof value
}
