export { attach } from './attach.ts'
export type { Json } from './control/toJson.ts'
export { createDevnet, type DevnetOptions } from './createDevnet.ts'
export type {
  Advance,
  ChainClient,
  ChainHandle,
  ChainProvider,
  ChainStatus,
  DepositParameters,
  DevAccount,
  Devnet,
  DevnetStatus,
  Hop,
  L1Handle,
  MessageParameters,
  RollupHandle,
  SendParameters,
  Transfer,
  TransferOptions,
  WithdrawParameters,
} from './Devnet.ts'
export type { ExecuteGasStatus } from './l1/executeGasMethods.ts'
export type { Message, MessageStatus, MessageTrace } from './messaging/Message.ts'
export type { Role, RoleOptions } from './roles/Role.ts'
export { runAsChild } from './roles/runAsChild.ts'
export {
  type FollowOptions,
  type RunFollowerOptions,
  runFollower,
  verifyRollup,
} from './roles/runFollower.ts'
export { runL1 } from './roles/runL1.ts'
export { type RunRelayerOptions, runRelayer } from './roles/runRelayer.ts'
export { type RunRollupOptions, runRollup } from './roles/runRollup.ts'
export { findSession } from './session/findSession.ts'
export { listSessions, type SessionSummary } from './session/listSessions.ts'
export type { SessionFile } from './session/SessionFile.ts'
export { sessionPaths } from './session/sessionPaths.ts'
export { stopSession } from './session/stopSession.ts'
export { type StartedDevnet, type StartOptions, startDevnet } from './startDevnet.ts'
