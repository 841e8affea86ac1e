import { createChainRules } from './rules/createChainRules.ts'
import { decodeStatelessInput, type SchemaInput } from './ssz/statelessInput.ts'
import type { StatelessValidationResult } from './ssz/types.ts'
import { encodeValidationResult } from './ssz/validationResult.ts'
import { verifyStatelessNewPayload } from './stateless.ts'
import type { BlobSchedule, ForkSchedule } from './types/Fork.ts'

/** The answer to bytes that are no input (execution-specs `_default_failed_stateless_output`). */
export const failedToDecode: StatelessValidationResult = {
  newPayloadRequestRoot: new Uint8Array(32),
  successfulValidation: false,
  chainId: 0n,
  schemaId: 0,
}

/**
 * The program that EXECUTE wraps, bytes in and 43 bytes out (execution-specs projects/zkevm, `stateless_guest.py`:
 * `run_stateless_guest`). Without EXECUTE's own rules: withdrawals, requests and blob transactions are Ethereum's. Never rejects
 * what is wrong with the input.
 */
export async function runStatelessGuest(
  bytes: Uint8Array,
  chain: { forks: ForkSchedule; blobSchedule?: BlobSchedule },
): Promise<Uint8Array> {
  let decoded: SchemaInput
  try {
    decoded = decodeStatelessInput(bytes)
  } catch {
    return encodeValidationResult(failedToDecode)
  }
  const rules = createChainRules({ chainId: decoded.input.chainId, ...chain })
  return encodeValidationResult((await verifyStatelessNewPayload(decoded, { rules })).result)
}
