import type { Backend } from '../../../Backend.ts'
import { toHex, toQuantity } from '../../../hex.ts'
import { blockIdentifier, withPending } from '../../blockIdentifier.ts'
import { blockOverrides, callRequest, stateOverrides } from '../../callRequest.ts'
import { estimateGas } from '../../estimateGas.ts'
import { executionError } from '../../executionError.ts'
import { optional, readParameters } from '../../parameters.ts'
import type { RpcMethods } from '../../router.ts'
import { simulate } from '../../simulate.ts'

const spec = {
  transaction: callRequest,
  at: optional(blockIdentifier, 'latest' as const),
  stateOverrides: optional(stateOverrides),
  blockOverrides: optional(blockOverrides),
}

/** Execution without a transaction. */
export function createCallMethods(backend: Backend): RpcMethods {
  async function read(params: unknown[]) {
    const { at, ...rest } = readParameters(params, spec)
    return { ...rest, at: await withPending(backend, at) }
  }

  return {
    async eth_call(params) {
      const { transaction, ...simulation } = await read(params)
      const result = await simulate(backend, transaction, simulation)
      const error = executionError(result)
      if (error) throw error
      return toHex(result.returnData)
    },
    async eth_estimateGas(params) {
      const { transaction, ...simulation } = await read(params)
      return toQuantity(await estimateGas(backend, transaction, simulation))
    },
    async eth_createAccessList(params) {
      const { transaction, ...where } = await read(params)
      const simulation = { ...where, listAccesses: true }
      // A list changes what is cold, and so may change what is touched: once more with the list, as it would be sent.
      const { accessList = [] } = await simulate(backend, transaction, simulation)
      const result = await simulate(backend, { ...transaction, accessList }, simulation)
      const error = executionError(result)
      return {
        accessList: (result.accessList ?? []).map(({ address, storageKeys }) => ({
          address: toHex(address),
          storageKeys: storageKeys.map(toHex),
        })),
        ...(error && { error: error.message }),
        gasUsed: toQuantity(result.gasUsed),
      }
    },
  }
}
