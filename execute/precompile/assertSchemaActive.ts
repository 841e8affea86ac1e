import type { ChainRules } from '../rules/createChainRules.ts'
import { type SchemaId, schemaOf } from '../ssz/schemas.ts'
import { ExecuteRefusal } from './ExecuteRefusal.ts'

/**
 * A rollup runs the rules that L1 had at the payload's time: the schema must be that of the fork which L1's schedule gives
 * for that time, and the fork must have started on L1. So a block sealed before a fork stays settleable after it, and no
 * block uses a fork before L1 does.
 * @throws ExecuteRefusal `SCHEMA_NOT_ACTIVE`
 */
export function assertSchemaActive(
  l1Rules: ChainRules,
  schemaId: SchemaId,
  payloadTimestamp: bigint,
  l1Timestamp: bigint,
): void {
  const { fork } = schemaOf(schemaId)
  const wanted = schemaForkAt(l1Rules, payloadTimestamp)
  if (fork === wanted && l1Rules.isActive(fork, l1Timestamp)) return
  throw new ExecuteRefusal(
    'SCHEMA_NOT_ACTIVE',
    `The input has the schema of ${fork}; its payload's time ${payloadTimestamp} wants ${wanted ?? 'an older fork'}, and L1 is at ${l1Timestamp}`,
    {
      value: fork,
      expected: wanted,
      hint: 'Encode the block in the schema of the fork it was built under, once L1 has reached that fork.',
    },
  )
}

/** The newest fork with a schema of its own that has started by then; undefined before Osaka. */
function schemaForkAt(rules: ChainRules, timestamp: bigint): 'osaka' | 'amsterdam' | undefined {
  return (['amsterdam', 'osaka'] as const).find((fork) => rules.isActive(fork, timestamp))
}
