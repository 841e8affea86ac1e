import type { Common } from '@ethereumjs/common'
import type { getOpcodesForHF } from '@ethereumjs/evm'
import { createInstructionTable } from './instructionTable.ts'
import { type RunState, runAhead } from './runAhead.ts'

type Instructions = ReturnType<typeof getOpcodesForHF>
type Handler = (runState: RunState, common: Common) => unknown

/**
 * A fork's instructions, each of which goes on with those after it. EthereumJS awaits several promises for every single
 * instruction: most of what a loop costs. Its own loop, and what it does on failure, stay as they are.
 */
export function withRunningAhead(common: Common, instructions: Instructions): Instructions {
  const table = createInstructionTable(common, instructions)
  const opcodeMap = instructions.opcodeMap.map((entry) => {
    const execute = entry.opHandler as unknown as Handler | undefined
    if (execute === undefined || entry.opcodeInfo.isInvalid) return entry
    const goOn: Handler = entry.opcodeInfo.isAsync
      ? async (runState) => {
          await execute(runState, common)
          if (mayRunAhead(runState)) runAhead(runState, table)
        }
      : (runState) => {
          execute(runState, common)
          if (mayRunAhead(runState)) runAhead(runState, table)
        }
    return { ...entry, opHandler: goOn as unknown as typeof entry.opHandler }
  })
  return { ...instructions, opcodeMap }
}

/** A tracer sees every instruction, so then EthereumJS executes each. And it must be the EthereumJS that is known here. */
function mayRunAhead({ interpreter, stack, memory, gasLeft, highestMemCost }: RunState): boolean {
  return (
    interpreter._evm.events.listenerCount('step') === 0 &&
    Array.isArray(stack._store) &&
    typeof stack._len === 'number' &&
    memory._store instanceof Uint8Array &&
    typeof gasLeft === 'bigint' &&
    typeof highestMemCost === 'bigint'
  )
}
