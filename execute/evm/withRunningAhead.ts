import type { Common } from '@ethereumjs/common'
import type { getOpcodesForHF } from '@ethereumjs/evm'
import type { RunState } from './ethereumJs.ts'
import type { InstructionTable } from './instructionTable.ts'
import { runAhead } from './runAhead.ts'

type Instructions = ReturnType<typeof getOpcodesForHF>
type Handler = (runState: RunState, common: Common) => unknown

/**
 * A fork's instructions, each of which goes on with those after it. EthereumJS awaits several promises for every single
 * instruction, and more for every call: most of what execution costs. Its own loop, and what it does on failure, stay.
 */
export function withRunningAhead(common: Common, instructions: Instructions, table: InstructionTable): Instructions {
  const opcodeMap = instructions.opcodeMap.map((entry) => {
    const execute = entry.opHandler as unknown as Handler | undefined
    if (execute === undefined || entry.opcodeInfo.isInvalid) return entry
    const goOn: Handler = async (runState) => {
      if (entry.opcodeInfo.isAsync) await execute(runState, common)
      else execute(runState, common)
      await runAhead(runState, table)
    }
    // What goes on may call, and so may have to wait.
    const opcodeInfo = { ...entry.opcodeInfo, isAsync: true }
    return { ...entry, opcodeInfo, opHandler: goOn as unknown as typeof entry.opHandler }
  })
  return { ...instructions, opcodeMap }
}
