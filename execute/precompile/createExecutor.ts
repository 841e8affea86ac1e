import type { ReadBlob } from '../blobs/blobSlice.ts'
import { decodeExecuteInput, type ExecuteInput } from '../blobs/executeInput.ts'
import { keccak256 } from '../crypto/keccak256.ts'
import { NativerollError } from '../errors.ts'
import { type ChainRules, createChainRules } from '../rules/createChainRules.ts'
import { encodeStatelessInput } from '../ssz/statelessInput.ts'
import type { StatelessValidationResult } from '../ssz/types.ts'
import { verifyStatelessNewPayload } from '../stateless.ts'
import type { ForkSchedule } from '../types/Fork.ts'
import { assertRollupPayload } from './assertRollupPayload.ts'
import { assertSchemaActive } from './assertSchemaActive.ts'
import { createBoundedCache } from './boundedCache.ts'
import { ExecuteRefusal } from './ExecuteRefusal.ts'
import { type GasSchedule, type GasScheduleName, gasScheduleOf } from './gasSchedules.ts'

export type ExecutorOptions = {
  /** L1's forks: they are the rollups' too. */
  schedule: ForkSchedule
  /** @default 'reserve' */
  gas?: GasScheduleName | GasSchedule
}

export type ExecuteCall = {
  input: Uint8Array
  gasLimit: bigint
  /** Of the L1 block that the call is in, unix seconds. */
  timestamp: bigint
  readBlob: ReadBlob
}

/** What one call comes to. `result` is missing where the input could not even be decoded. */
export type Execution = {
  gasUsed: bigint
  result?: StatelessValidationResult
  /** Why the call fails; its `code` is the rule. */
  refusal?: NativerollError
}

export type Executor = (call: ExecuteCall) => Promise<Execution>

type Verdict = { result: StatelessValidationResult; refusal?: NativerollError }

const VERDICTS_KEPT = 256
const CHAINS_KEPT = 64

/**
 * EXECUTE as a function: decode, rules of rollups, gas, stateless execution. Verdicts are pure functions of the input with its
 * blobs resolved (under one fork schedule), so they are kept under its hash; whatever depends on the call is decided anew each time.
 */
export function createExecutor({ schedule, gas = 'reserve' }: ExecutorOptions): Executor {
  const prices = gasScheduleOf(gas)
  const verdicts = createBoundedCache<string, Promise<Verdict>>(VERDICTS_KEPT)
  const chains = createBoundedCache<bigint, ChainRules>(CHAINS_KEPT)
  const l1Rules = createChainRules({ chainId: 1, forks: schedule })

  function verdictOn(decoded: ExecuteInput, bytes: Uint8Array): Promise<Verdict> {
    const inline = decoded.reference === undefined ? bytes : encodeStatelessInput(decoded)
    const key = Buffer.from(keccak256(inline)).toString('base64')
    const { chainId } = decoded.input
    return verdicts.getOrMake(key, async () => {
      const rules = chains.getOrMake(chainId, () => createChainRules({ chainId, forks: schedule }))
      // Only the verdict is kept, not the block or the input's bytes.
      const { result, refusal } = await verifyStatelessNewPayload(decoded, { rules })
      return { result, ...(refusal && { refusal }) }
    })
  }

  return async ({ input, gasLimit, timestamp, readBlob }) => {
    const reads = guard(readBlob)
    try {
      const decoded = decodeExecuteInput(input, reads.readBlob, (count) =>
        assertGas(prices.perByte * BigInt(count), gasLimit),
      )
      const { executionPayload } = decoded.input.newPayloadRequest
      assertRollupPayload(decoded.input)
      assertSchemaActive(l1Rules, decoded.schemaId, executionPayload.timestamp, timestamp)
      assertGasLimit(executionPayload.gasLimit, prices.maxGasLimit)
      const forBytes = prices.perByte * BigInt(decoded.bytes)
      assertGas(prices.required(executionPayload) + forBytes, gasLimit)

      const verdict = await verdictOn(decoded, input)
      if (verdict.refusal !== undefined) return { gasUsed: gasLimit, ...verdict }
      return { gasUsed: prices.charged(executionPayload) + forBytes, result: verdict.result }
    } catch (error) {
      if (reads.fault !== undefined) throw reads.fault
      if (error instanceof NativerollError) return { gasUsed: gasLimit, refusal: error }
      throw error
    }
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
