import type { Execution } from './Execution.ts'
import type { Frame } from './Frame.ts'
import type { Instruction, InstructionTable } from './instructionTable.ts'
import { goOn, type Outcome, stopped } from './Outcome.ts'
import { openingOpcodes, selfDestructOpcode } from './opening.ts'
import { accessing, reportAccess } from './reportAccess.ts'
import type { Tracing } from './Tracing.ts'
import { bytesOfAddress } from './words.ts'

const tables = new WeakMap<InstructionTable, InstructionTable>()

/** The fork's instructions as they execute where somebody watches: those that a tracer hears of tell it. */
export function observed(table: InstructionTable): InstructionTable {
  let watched = tables.get(table)
  if (watched === undefined) {
    const instructions = [...table.instructions]
    const tell = (opcodes: Iterable<number>, telling: (instruction: Instruction) => Instruction) => {
      for (const opcode of opcodes) {
        const instruction = instructions[opcode]
        if (instruction !== undefined) instructions[opcode] = telling(instruction)
      }
    }
    tell(openingOpcodes, tellOpening)
    tell([selfDestructOpcode], tellDestruction)
    tell([0xa0, 0xa1, 0xa2, 0xa3, 0xa4], tellLog)
    tell(accessing, tellAccess)
    watched = { ...table, instructions }
    tables.set(table, watched)
  }
  return watched
}

const tellAccess =
  (instruction: Instruction): Instruction =>
  (execution, frame, opcode) => {
    const { stack, top, address } = frame
    reportAccess(tracingOf(execution).tracer, opcode, { stack, top, address: address.bytes })
    return instruction(execution, frame, opcode)
  }

const tellOpening =
  (instruction: Instruction): Instruction =>
  (execution, frame, opcode) => {
    tracingOf(execution).opens(opcode, bytesOfAddress(frame.stack[frame.top - 2]!))
    return instruction(execution, frame, opcode)
  }

const tellLog =
  (instruction: Instruction): Instruction =>
  (execution, frame, opcode) => {
    const outcome = instruction(execution, frame, opcode)
    if (outcome === goOn) {
      const [address, topics, data] = execution.logs.at(-1)!
      tracingOf(execution).tracer.log?.({ address, topics, data })
    }
    return outcome
  }

function tellDestruction(instruction: Instruction): Instruction {
  return (execution: Execution, frame: Frame, opcode: number): Outcome => {
    const beneficiary = bytesOfAddress(frame.stack[frame.top - 1]!)
    const balance = frame.accountIn(execution.state).current?.balance ?? 0n
    const outcome = instruction(execution, frame, opcode)
    if (outcome === stopped) tracingOf(execution).destroyed(frame, beneficiary, balance)
    return outcome
  }
}

/** The table is used where there is one. */
function tracingOf({ tracing }: Execution): Tracing {
  return tracing!
}
