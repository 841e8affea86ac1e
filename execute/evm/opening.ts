import type { TraceEnter } from '../types/Tracer.ts'

export const selfDestructOpcode = 0xff

const types: { [opcode: number]: TraceEnter['type'] } = {
  240: 'CREATE',
  241: 'CALL',
  242: 'CALLCODE',
  244: 'DELEGATECALL',
  245: 'CREATE2',
  250: 'STATICCALL',
}

/** Instructions that open frames. */
export const openingOpcodes: readonly number[] = Object.keys(types).map(Number)

/** The type of frame that an instruction opens. */
export function openingOf(opcode: number): TraceEnter['type'] | undefined {
  return types[opcode]
}
