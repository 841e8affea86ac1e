export type { MessageProof } from '../messaging/buildMessageProof.ts'
export type { Message, MessageStatus } from '../messaging/Message.ts'
export type { MessageAttributes } from '../messaging/messageAttributes.ts'
export {
  type BuildMessageProofParameters,
  type BuildMessageProofReturnType,
  buildMessageProof,
} from './actions/buildMessageProof.ts'
export {
  type DeliverMessageErrorType,
  type DeliverMessageParameters,
  type DeliverMessageReturnType,
  deliverMessage,
} from './actions/deliverMessage.ts'
export { type DepositErrorType, type DepositParameters, type DepositReturnType, deposit } from './actions/deposit.ts'
export {
  type GetMessageStatusParameters,
  type GetMessageStatusReturnType,
  getMessageStatus,
} from './actions/getMessageStatus.ts'
export { type GetMessagesParameters, type GetMessagesReturnType, getMessages } from './actions/getMessages.ts'
export {
  type RetryMessageErrorType,
  type RetryMessageParameters,
  type RetryMessageReturnType,
  retryMessage,
} from './actions/retryMessage.ts'
export {
  type SendMessageErrorType,
  type SendMessageParameters,
  type SendMessageReturnType,
  sendMessage,
} from './actions/sendMessage.ts'
export {
  type WaitForFinalizedParameters,
  type WaitForFinalizedReturnType,
  waitForFinalized,
} from './actions/waitForFinalized.ts'
export {
  type WaitForMessageParameters,
  type WaitForMessageReturnType,
  waitForMessage,
} from './actions/waitForMessage.ts'
export {
  type WithdrawErrorType,
  type WithdrawParameters,
  type WithdrawReturnType,
  withdraw,
} from './actions/withdraw.ts'
export { type ChainParameters, defineL1, defineRollup, nativerollL1, nativerollR1, nativerollR2 } from './chains.ts'
export { type PublicActions, publicActions } from './decorators/publicActions.ts'
export { type WalletActions, walletActions } from './decorators/walletActions.ts'
