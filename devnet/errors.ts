import { NativerollError, type NativerollErrorOptions } from '../execute/index.ts'

/** Codes that this room throws; stable, so that scripts can switch on them. */
export type DevnetErrorCode =
  | 'ACCOUNT_UNKNOWN'
  | 'CHAIN_DIED'
  | 'CHAIN_UNKNOWN'
  | 'DELIVERY_FAILED'
  | 'ENGINE_FAILED'
  | 'MESSAGE_STATUS'
  | 'MESSAGE_UNKNOWN'
  | 'NOT_LISTENING'
  | 'NOT_PROVABLE'
  | 'NOT_READY'
  | 'NO_COMMAND'
  | 'NO_CONTRACT'
  | 'NO_ENGINE'
  | 'NO_IMAGE'
  | 'PARAMETER_INVALID'
  | 'PORT_TAKEN'
  | 'SESSION_NAME_INVALID'
  | 'SESSION_NOT_FOUND'
  | 'SESSION_RUNNING'
  | 'STATE_DIR_CORRUPT'
  | 'STATE_DIR_IN_USE'
  | 'STATE_DIR_UNWRITABLE'
  | 'STATE_FILE_UNUSABLE'
  | 'TIMEOUT'
  | 'TRANSACTION_REFUSED'
  | 'TRANSACTION_REVERTED'

export class DevnetError extends NativerollError {
  override readonly name = 'DevnetError'
  declare readonly code: DevnetErrorCode

  constructor(code: DevnetErrorCode, message: string, options: NativerollErrorOptions = {}) {
    super(code, message, options)
  }
}
