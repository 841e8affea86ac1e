export type { Backend } from './Backend.ts'
export type { BlobSidecar } from './blobs/BlobSidecar.ts'
export { type BlobContext, type BlobStore, createBlobStore, type StoredBlob } from './blobs/BlobStore.ts'
export { createBeaconRoutes } from './blobs/beaconRoutes.ts'
export { checkSidecar } from './blobs/checkSidecar.ts'
export { createKzg, type Kzg } from './blobs/Kzg.ts'
export { decodeNetworkTransaction, encodeNetworkTransaction } from './blobs/networkForm.ts'
export { sidecarOf } from './blobs/sidecarOf.ts'
export { versionedHashOf } from './blobs/versionedHashOf.ts'
export { type Clock, createClock } from './clock.ts'
export { createExecutionNode } from './createExecutionNode.ts'
export type {
  BlobReader,
  ExecutionNode,
  ExecutionNodeDeps,
  ExecutionNodeOptions,
  KeepingOptions,
} from './ExecutionNode.ts'
export type { Logger } from './logger.ts'
export type { PooledTransaction } from './pool/TransactionPool.ts'
export type { Mining } from './production/mining.ts'
export { ListenFailed, PortTaken } from './rpc/ListenError.ts'
export { blobBodyBytes, defaultRpcLimits, type RpcLimits } from './rpc/limits.ts'
export { testMethodNames } from './rpc/methods/test/testMethodNames.ts'
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
