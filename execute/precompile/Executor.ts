import type { NativerollError } from '../errors.ts'
import { type ChainRules, createChainRules } from '../rules/createChainRules.ts'
import type { SchemaInput } from '../ssz/statelessInput.ts'
import type { StatelessValidationResult } from '../ssz/types.ts'
import { verifyStatelessNewPayload } from '../stateless.ts'
import type { ForkSchedule } from '../types/Fork.ts'
import { createBoundedCache } from './boundedCache.ts'

/** What EXECUTE has to decide once the call itself is in order: a pure function of it. */
export type ExecutionRequest = SchemaInput & {
  /** The same input as bytes: schema id and SSZ(StatelessInput), nothing left in blobs. */
  bytes: Uint8Array
  /** L1's forks, which are the rollup's too. */
  forks: ForkSchedule
}

/** `refusal` names the broken rule if the validation is not successful. */
export type Verdict = { result: StatelessValidationResult; refusal?: NativerollError }

/**
 * Where inputs are executed. It chooses a place, never a result: whatever it cannot decide it rejects, which is a fault of
 * the node (the block that holds the call is not built or imported), not a verdict on the input.
 */
export type Executor = (request: ExecutionRequest) => Promise<Verdict>

/** Executes where it is called. */
export const inlineExecutor: Executor = async ({ schemaId, input, forks }) => {
  const rules = rulesOf(input.chainId, forks)
  // The executed block and the input's bytes can be forgotten.
  const { result, refusal } = await verifyStatelessNewPayload({ schemaId, input }, { rules })
  return { result, ...(refusal && { refusal }) }
}

const known = createBoundedCache<string, ChainRules>(64)

/** The rules of one rollup, whose tables are worth keeping from one of its blocks to the next. */
export function rulesOf(chainId: bigint, forks: ForkSchedule): ChainRules {
  return known.getOrMake(`${chainId} ${JSON.stringify(forks)}`, () => createChainRules({ chainId, forks }))
}
