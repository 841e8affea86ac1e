import type { ReadBlob } from '../blobs/blobSlice.ts'
import { decodeExecuteInput, type ExecuteInput } from '../blobs/executeInput.ts'
import { keccak256 } from '../crypto/keccak256.ts'
import { NativerollError } from '../errors.ts'
import { createChainRules } from '../rules/createChainRules.ts'
import { encodeStatelessInput } from '../ssz/statelessInput.ts'
import type { StatelessValidationResult } from '../ssz/types.ts'
import type { ForkSchedule } from '../types/Fork.ts'
import type { GasMeter } from '../types/GasMarket.ts'
import { assertRollupPayload } from './assertRollupPayload.ts'
import { assertSchemaActive } from './assertSchemaActive.ts'
import { assertTransactionCount } from './assertTransactionCount.ts'
import { createBoundedCache } from './boundedCache.ts'
import { ExecuteRefusal } from './ExecuteRefusal.ts'
import { type Executor, inlineExecutor, type Verdict } from './Executor.ts'
import { type GasSchedule, type GasScheduleName, gasScheduleOf } from './gasSchedules.ts'

export type ExecuteOptions = {
  /** L1's forks: they are the rollups' too. */
  schedule: ForkSchedule
  /** @default 'reserve' */
  gas?: GasScheduleName | GasSchedule
  /** Where inputs are executed, which changes no result. @default inlineExecutor */
  execute?: Executor
}

export type ExecuteCall = {
  input: Uint8Array
  gasLimit: bigint
  /** Of the L1 block that the call is in, unix seconds. */
  timestamp: bigint
  readBlob: ReadBlob
  /** Of the L1 block, where L2 gas has a market. @default a block's in which nothing was taken, at the least price */
  meter?: GasMeter
}

/** What one call comes to. `result` is missing where the input could not even be decoded. */
export type Execution = {
  gasUsed: bigint
  result?: StatelessValidationResult
  /** Why the call fails; its `code` is the rule. */
  refusal?: NativerollError
}

export type Execute = (call: ExecuteCall) => Promise<Execution>

const VERDICTS_KEPT = 256

/**
 * EXECUTE as a function: decode, rules of rollups, gas, stateless execution. Verdicts are pure functions of the input with its
 * blobs resolved (under one fork schedule), so they are kept under its hash; whatever depends on the call is decided anew each time.
 */
export function createExecute({ schedule, gas = 'reserve', execute = inlineExecutor }: ExecuteOptions): Execute {
  const gasSchedule = gasScheduleOf(gas)
  const verdicts = createBoundedCache<string, Promise<Verdict>>(VERDICTS_KEPT)
  const l1Rules = createChainRules({ chainId: 1, forks: schedule })

  async function verdictOn(decoded: ExecuteInput, input: Uint8Array): Promise<Verdict> {
    const bytes = decoded.reference === undefined ? input : encodeStatelessInput(decoded)
    const key = Buffer.from(keccak256(bytes)).toString('base64')
    const { schemaId } = decoded
    try {
      return await verdicts.getOrMake(key, () => execute({ schemaId, input: decoded.input, bytes, forks: schedule }))
    } catch (fault) {
      // No verdict: the next call tries again.
      verdicts.forget(key)
      throw fault
    }
  }

  return async ({ input: given, gasLimit, timestamp, readBlob, meter }) => {
    const prices = gasSchedule.pricesAt(meter?.price)
    const reads = guard(readBlob)
    let input: Uint8Array
    let decoded: ExecuteInput
    let gasUsed: bigint
    let unusedGas: bigint
    try {
      assertGas(prices.perByte * BigInt(given.length), gasLimit)
      // The verdict is kept, and what is given may be a caller's memory.
      input = given.slice()
      decoded = decodeExecuteInput(input, reads.readBlob, (count) =>
        assertGas(prices.perByte * BigInt(count), gasLimit),
      )
      const { executionPayload } = decoded.input.newPayloadRequest
      assertRollupPayload(decoded.input)
      assertSchemaActive(l1Rules, decoded.schemaId, executionPayload.timestamp, timestamp)
      assertTransactionCount(executionPayload, l1Rules)
      assertGasLimit(executionPayload.gasLimit, gasSchedule.market?.limit)
      const forBytes = prices.perByte * BigInt(decoded.bytes)
      assertGas(prices.required(executionPayload) + forBytes, gasLimit)
      takeGas(executionPayload.gasLimit, meter)
      gasUsed = prices.charged(executionPayload) + forBytes
      unusedGas = executionPayload.gasLimit - executionPayload.gasUsed
    } catch (error) {
      if (reads.fault !== undefined) throw reads.fault
      if (error instanceof NativerollError) return { gasUsed: gasLimit, refusal: error }
      throw error
    }
    // Outside: an executor that fails has found nothing wrong with the input.
    const verdict = await verdictOn(decoded, input)
    if (verdict.refusal !== undefined) return { ...verdict, gasUsed: gasLimit }
    meter?.giveBack(unusedGas)
    return { ...verdict, gasUsed }
  }
}

function assertGas(required: bigint, gasLimit: bigint): void {
  if (required <= gasLimit) return
  throw new ExecuteRefusal('EXECUTE_GAS', `EXECUTE was given ${gasLimit} gas and needs ${required}`, {
    value: gasLimit,
    expected: required,
    hint: 'Give the call more gas: a contract passes on at most 63/64 of what it has (EIP-150).',
  })
}

function assertGasLimit(gasLimit: bigint, max: bigint | undefined): void {
  if (max === undefined || gasLimit <= max) return
  throw new ExecuteRefusal('EXECUTE_GAS_LIMIT', `The payload's gas limit ${gasLimit} exceeds what EXECUTE takes`, {
    value: gasLimit,
    expected: max,
  })
}

function takeGas(gas: bigint, meter: GasMeter | undefined): void {
  if (meter === undefined || meter.take(gas)) return
  throw new ExecuteRefusal(
    'EXECUTE_BLOCK_GAS',
    `The payload's gas limit ${gas} exceeds what earlier EXECUTE calls have left in the block`,
    { value: gas, expected: meter.left(), hint: 'Call again in a later block.' },
  )
}

/** Tells a blob that is not there, which is the caller's fault, from a reader that fails, which is the node's. */
function guard(readBlob: ReadBlob): { readBlob: ReadBlob; fault?: unknown } {
  const guarded: { readBlob: ReadBlob; fault?: unknown } = {
    readBlob(versionedHash) {
      try {
        return readBlob(versionedHash)
      } catch (error) {
        guarded.fault = error
        throw error
      }
    },
  }
  return guarded
}
