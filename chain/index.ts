export type { BlobSidecar } from './blobs/BlobSidecar.ts'
export { createKzg, type Kzg } from './blobs/Kzg.ts'
export { encodeNetworkTransaction } from './blobs/networkForm.ts'
export { sidecarOf } from './blobs/sidecarOf.ts'
export { type Clock, createClock } from './clock.ts'
export { createExecutionNode } from './createExecutionNode.ts'
export type {
  ExecutionNode,
  KeepingOptions,
} from './ExecutionNode.ts'
export type { Logger } from './logger.ts'
export type { Mining } from './production/mining.ts'
export { PortTaken } from './rpc/ListenError.ts'
export type { RpcLimits } from './rpc/limits.ts'
export { testMethodNames } from './rpc/methods/test/testMethodNames.ts'
export { RpcError, rpcCodes } from './rpc/RpcError.ts'
export {
  createForwarder,
  createRouter,
  type Router,
  type RpcConnection,
  type RpcMethods,
} from './rpc/router.ts'
export {
  createRpcServer,
  type HttpRoute,
  type Listening,
  type RpcServer,
} from './rpc/server.ts'
