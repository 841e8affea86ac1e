import type { Header } from '../../execute/index.ts'
import { RpcError } from './RpcError.ts'
import { simulationCodes } from './simulationCodes.ts'
import type { BlockStateCalls } from './simulationRequest.ts'

/** go-ethereum's limit, gaps between block numbers included. */
const mostBlocks = 256n
/** Seconds from a block to the next, unless it is overridden. */
const slot = 12n

export type PlannedBlock = BlockStateCalls & {
  blockOverrides: BlockStateCalls['blockOverrides'] & { number: bigint; timestamp: bigint }
}

/**
 * Gives every block its number and timestamp, and fills gaps between numbers with empty blocks.
 * Errors: -38020 and -38021 where numbers or timestamps do not rise, -38026 for too many blocks.
 */
export function planSimulation(base: Header, blocks: BlockStateCalls[]): PlannedBlock[] {
  const planned: PlannedBlock[] = []
  let { number, timestamp } = base
  const add = (block: BlockStateCalls, at: bigint) => {
    number++
    timestamp = at
    planned.push({ ...block, blockOverrides: { ...block.blockOverrides, number, timestamp } })
  }
  for (const block of blocks) {
    const wanted = block.blockOverrides.number ?? number + 1n
    if (wanted <= number) {
      const message = `block numbers must be in order: ${wanted} <= ${number}`
      throw new RpcError(simulationCodes.blockNumberInvalid, message)
    }
    if (wanted - base.number > mostBlocks) throw new RpcError(simulationCodes.clientLimitExceeded, 'too many blocks')
    while (number + 1n < wanted) add({ blockOverrides: {}, stateOverrides: [], calls: [] }, timestamp + slot)
    const at = block.blockOverrides.timestamp ?? timestamp + slot
    if (at <= timestamp) {
      const message = `block timestamps must be in order: ${at} <= ${timestamp}`
      throw new RpcError(simulationCodes.blockTimestampInvalid, message)
    }
    add(block, at)
  }
  return planned
}
