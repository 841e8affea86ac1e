import { ExceptionalHalt, type NativerollError } from '../errors.ts'
import { encodeValidationResult } from '../ssz/validationResult.ts'
import { hexToBytes } from '../state/hexToBytes.ts'
import type { Precompile, PrecompileContext } from '../types/Precompile.ts'
import { createExecute, type ExecuteOptions } from './createExecute.ts'
import { gasScheduleOf } from './gasSchedules.ts'

/** 0x…0101, as in ethrex; no standard has assigned one yet. */
export const executeAddress = '0x0000000000000000000000000000000000000101'

export type ExecutePrecompileOptions = ExecuteOptions & {
  /** The whole blob (131,072 bytes), or undefined if this chain does not let EXECUTE read it in this context. */
  readBlob(versionedHash: Uint8Array, context: PrecompileContext): Uint8Array | undefined
  /** Hears why a call fails, which the EVM does not tell. */
  onRefusal?(refusal: NativerollError, context: PrecompileContext): void
}

/** L1's EXECUTE: returns the 43 bytes of a successful validation, or halts and consumes all gas of the call. */
export function createExecutePrecompile({ readBlob, onRefusal, ...options }: ExecutePrecompileOptions): Precompile {
  const execute = createExecute(options)
  const { market } = gasScheduleOf(options.gas ?? 'reserve')
  return {
    name: 'EXECUTE',
    address: hexToBytes(executeAddress),
    ...(market && { market }),
    async run({ data, gasLimit, context }) {
      const { result, refusal, gasUsed } = await execute({
        input: data,
        gasLimit,
        timestamp: context.timestamp,
        readBlob: (versionedHash) => readBlob(versionedHash, context),
        ...(context.meter && { meter: context.meter }),
      })
      if (refusal !== undefined) {
        onRefusal?.(refusal, context)
        throw new ExceptionalHalt(`EXECUTE refused the input: ${refusal.message}`, {
          value: refusal.code,
          cause: refusal,
        })
      }
      return { output: encodeValidationResult(result!), gasUsed }
    },
  }
}
