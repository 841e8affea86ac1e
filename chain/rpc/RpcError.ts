/**
 * Codes of JSON-RPC 2.0 (-32700 … -32603), EIP-1474 (-32000 … -32006) and geth's code 3 for reverts.
 * Clients such as viem and ethers decide by these numbers.
 */
export const rpcCodes = {
  parseError: -32700,
  invalidRequest: -32600,
  methodNotFound: -32601,
  invalidParams: -32602,
  internalError: -32603,
  invalidInput: -32000,
  resourceNotFound: -32001,
  transactionRejected: -32003,
  methodNotSupported: -32004,
  limitExceeded: -32005,
  executionReverted: 3,
} as const

export type JsonRpcError = { code: number; message: string; data?: unknown }

/**
 * What a caller of JSON-RPC sees. `code` is the numeric code of EIP-1193's ProviderRpcError, which is why this one
 * error does not extend NativerollError, whose `code` is a string.
 */
export class RpcError extends Error {
  override readonly name = 'RpcError'
  readonly code: number
  readonly data: unknown

  constructor(code: number, message: string, options: { data?: unknown; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.data = options.data
  }

  toJSON(): JsonRpcError {
    return this.data === undefined
      ? { code: this.code, message: this.message }
      : { code: this.code, message: this.message, data: this.data }
  }
}
