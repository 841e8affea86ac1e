import { RpcError, type RpcMethods, rpcCodes } from '../../chain/index.ts'
import { NativerollError } from '../../execute/index.ts'
import type { Devnet } from '../Devnet.ts'
import { parameters, parse } from './parameters.ts'
import { toJson } from './toJson.ts'

/** The devnet's own JSON-RPC methods: what the CLI's commands call. Amounts and block numbers are 0x… quantities. */
export function nativerollMethods(devnet: Devnet): RpcMethods {
  const methods: Record<string, (params: unknown[]) => Promise<unknown>> = {
    async nativeroll_status(params) {
      parse(parameters.nothing, params)
      return devnet.status()
    },
    async nativeroll_accounts(params) {
      parse(parameters.nothing, params)
      return devnet.accounts
    },
    async nativeroll_deposit(params) {
      return devnet.deposit(parse(parameters.transfer, params)[0])
    },
    async nativeroll_withdraw(params) {
      return devnet.withdraw(parse(parameters.transfer, params)[0])
    },
    async nativeroll_send(params) {
      return devnet.send(parse(parameters.send, params)[0])
    },
    async nativeroll_messageStatus(params) {
      return (await devnet.messageTrace(parse(parameters.message, params)[0])).status
    },
    async nativeroll_messageTrace(params) {
      return devnet.messageTrace(parse(parameters.message, params)[0])
    },
    async nativeroll_messageRetry(params) {
      return devnet.retryMessage(parse(parameters.handled, params)[0])
    },
    async nativeroll_messageRelay(params) {
      return devnet.relayMessage(parse(parameters.handled, params)[0])
    },
    async nativeroll_advance(params) {
      return devnet.advance(parse(parameters.advance, params)[0])
    },
    async nativeroll_mine(params) {
      return devnet.mine(parse(parameters.mine, params)[0])
    },
    async nativeroll_warp(params) {
      return devnet.warp(parse(parameters.warp, params)[0])
    },
    async nativeroll_stop(params) {
      parse(parameters.nothing, params)
      // After the answer has gone out: stopping closes the connection it goes through.
      setTimeout(() => void devnet.stop(), 10)
      return true
    },
  }
  return Object.fromEntries(
    Object.entries(methods).map(([name, method]) => [
      name,
      (params: unknown[]) => method(params).then(toJson, (error) => Promise.reject(describe(error))),
    ]),
  )
}

/** Our errors keep code, value, expected and hint in `data`, so that a client can show them as its own. */
function describe(error: unknown): unknown {
  if (!(error instanceof NativerollError)) return error
  const { code, value, expected, hint } = error
  return new RpcError(rpcCodes.invalidInput, error.message, {
    data: toJson({ code, value, expected, hint }),
    cause: error,
  })
}
