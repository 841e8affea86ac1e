export type { Backend } from './Backend.ts'
export { type Clock, createClock } from './clock.ts'
export type {
  BlobReader,
  ExecutionNode,
  ExecutionNodeDeps,
  ExecutionNodeOptions,
  Listener,
  ListenOptions,
} from './ExecutionNode.ts'
export type { Logger } from './logger.ts'
export type { Mining } from './production/mining.ts'
export { ListenFailed, PortTaken } from './rpc/ListenError.ts'
export { blobBodyBytes, defaultRpcLimits, type RpcLimits } from './rpc/limits.ts'
export { type JsonRpcError, RpcError, rpcCodes } from './rpc/RpcError.ts'
export {
  createForwarder,
  createRouter,
  type JsonRpcResponse,
  type Router,
  type RpcConnection,
  type RpcContext,
  type RpcMethod,
  type RpcMethods,
} from './rpc/router.ts'
export {
  createRpcServer,
  type HttpRoute,
  type Listening,
  type RpcServer,
  type RpcServerOptions,
} from './rpc/server.ts'
