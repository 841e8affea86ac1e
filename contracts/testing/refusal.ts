import { type Abi, BaseError, ContractFunctionRevertedError, decodeErrorResult, type Hex } from 'viem'

/**
 * Name and arguments of the custom error with which a call is refused; its data when no ABI knows it; undefined when the call
 * succeeds. `abi` decodes the errors of calls that viem makes without one.
 */
export async function refusal(call: Promise<unknown>, abi?: Abi): Promise<readonly unknown[] | undefined> {
  const error: unknown = await call.then(
    () => undefined,
    (reason) => reason,
  )
  if (error === undefined) return undefined
  if (!(error instanceof BaseError)) throw error
  const reverted = error.walk((cause) => cause instanceof ContractFunctionRevertedError)
  if (reverted instanceof ContractFunctionRevertedError) {
    return reverted.data ? [reverted.data.errorName, ...(reverted.data.args ?? [])] : [reverted.raw ?? '0x']
  }
  const raw = error.walk(
    (cause) => 'data' in (cause as object) && typeof (cause as { data: unknown }).data === 'string',
  )
  const data = (raw as { data?: Hex } | null)?.data
  if (data === undefined) throw error
  if (abi === undefined) return [data]
  const { errorName, args = [] } = decodeErrorResult({ abi, data })
  return [errorName, ...args]
}
