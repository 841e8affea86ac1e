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
  RollupHandle,
  SendParameters,
  Transfer,
  TransferOptions,
  WithdrawParameters,
} from './Devnet.ts'
export type { Message, MessageStatus, MessageTrace } from './messaging/Message.ts'
