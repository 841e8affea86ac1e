import { bytesToHex, type Hex } from 'viem'
import type { ExecutionNode } from '../chain/index.ts'
import { encodeExecutionWitness } from '../execute/index.ts'
import type { RollupError } from './errors.ts'
import type { RollupRecord } from './l1/RollupRecord.ts'
import type { AdvanceResult, Settler } from './settler/Settler.ts'

export type BlockReference = { number: bigint; hash: Hex }

export type Obstacle = { code: string; message: string; hint?: string }

export type RollupStatus = {
  /** Sequenced. */
  latest: BlockReference
  /** Its data is in an L1 block. */
  safe: BlockReference
  /** Settled by EXECUTE. */
  finalized: BlockReference
  /** What separates `latest` from `finalized`; seconds of L2 time. */
  lag: { blocks: bigint; seconds: bigint }
  /** Blocks whose data is not on L1 yet. */
  unposted: bigint
  unsettled: bigint
  /** The newest L1 transaction in which this node settled blocks. */
  lastAdvance?: AdvanceResult
  /** What keeps this node from settling: EXECUTE_TOO_DEAR or ADVANCE_REVERTED, and what to do. */
  obstacle?: Obstacle
  /** Bytes of the witness of the newest block. */
  witnessBytes: number
}

export function rollupStatus(
  node: ExecutionNode,
  record: RollupRecord,
  settler: Pick<Settler, 'lastAdvance' | 'obstacle'>,
): RollupStatus {
  const lastAdvance = settler.lastAdvance()
  const obstacle = settler.obstacle()
  const head = node.head()
  const { number, timestamp } = head.block.header
  const settled = record.settled()
  const posted = record.lastPosted()
  const reference = (at: bigint): BlockReference => ({ number: at, hash: bytesToHex(node.blockByNumber(at)!.hash) })
  return {
    latest: reference(number),
    safe: reference(posted),
    finalized: { number: settled.number, hash: settled.blockHash },
    lag: { blocks: number - settled.number, seconds: timestamp - settled.timestamp },
    unposted: number - posted,
    unsettled: number - settled.number,
    ...(lastAdvance && { lastAdvance }),
    ...(obstacle && { obstacle: asObstacle(obstacle) }),
    witnessBytes: head.witness === undefined ? 0 : encodeExecutionWitness(head.witness).length,
  }
}

function asObstacle({ code, message, hint }: RollupError): Obstacle {
  return { code, message, ...(hint !== undefined && { hint }) }
}
