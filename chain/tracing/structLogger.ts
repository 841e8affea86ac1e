import type { Hex } from 'viem'
import { toHex, toQuantity, toWord } from '../hex.ts'
import { bool, decimal, object, optional } from '../rpc/parameters.ts'
import { gethError } from './gethError.ts'
import type { TraceRecorder, TracerKind, TraceSubject } from './TraceRecorder.ts'

type StructLog = {
  pc: number
  op: string
  gas: number
  gasCost: number
  depth: number
  error?: string
  stack?: Hex[]
  returnData?: Hex
  /** Words of 32 bytes; absent while there is none. */
  memory?: Hex[]
  storage?: Record<Hex, Hex>
  refund?: number
}

const structLoggerConfig = object({
  disableStack: optional(bool, false),
  disableStorage: optional(bool, false),
  enableMemory: optional(bool, false),
  enableReturnData: optional(bool, false),
  limit: optional(decimal, 0),
})

/** What a string, and what an instruction's other fields take beside their characters. */
const [perString, perLog] = [24, 120]

/**
 * Every instruction, go-ethereum's default tracer. Errors: -32005 when the trace grows too large.
 */
export const structLogger: TracerKind = (value) => {
  const config = structLoggerConfig(value)
  return ({ charge }) => createStructLogger(config, charge)
}

function createStructLogger(
  config: ReturnType<typeof structLoggerConfig>,
  charge: TraceSubject['charge'],
): TraceRecorder {
  const { disableStack, disableStorage, enableMemory, enableReturnData, limit } = config
  const logs: StructLog[] = []
  // Slots that each contract has touched so far, by its address.
  const storages = new Map<Hex, Record<Hex, Hex>>()
  // An SLOAD whose value stands on the stack at the next instruction of its frame.
  let load: { log: StructLog; address: Hex; slot: Hex; depth: number } | undefined
  // The newest instruction of each open frame: it is the one that failed if the frame fails.
  const newest: (StructLog | undefined)[] = []
  function touch(log: StructLog, address: Hex, slot: Hex, value: Hex): void {
    const storage = { ...storages.get(address), [slot]: value }
    storages.set(address, storage)
    log.storage = storage
    charge(Object.keys(storage).length * (132 + 2 * perString))
  }

  return {
    hooks: {
      step({ pc, name, gas, depth, stack, memory, returnData, address }) {
        if (load && load.depth === depth)
          touch(load.log, load.address, load.slot, toWord(stack[stack.length - 1] ?? 0n))
        load = undefined
        if (limit > 0 && logs.length >= limit) return false
        const log: StructLog = { pc, op: name, gas: Number(gas), gasCost: 0, depth: depth + 1 }
        if (!disableStack) log.stack = stack.map(toQuantity)
        if (enableMemory && memory.length > 0) log.memory = wordsOf(memory)
        if (enableReturnData && returnData.length > 0) log.returnData = toHex(returnData)
        charge(sizeOf(log))
        logs.push(log)
        newest[depth] = log
        if (disableStorage) return true
        const slot = toWord(stack[stack.length - 1] ?? 0n)
        if (name === 'SLOAD') load = { log, address: toHex(address), slot, depth }
        if (name === 'SSTORE') touch(log, toHex(address), slot, toWord(stack[stack.length - 2] ?? 0n))
        return true
      },
      cost({ gas, refund }) {
        const log = logs[logs.length - 1]!
        log.gasCost = Number(gas)
        if (refund > 0n) log.refund = Number(refund)
      },
      exit({ depth, error }) {
        const log = newest[depth]
        if (log && error !== undefined && error !== 'revert') log.error = gethError(error)
        newest[depth] = undefined
      },
    },
    result({ gasUsed, returnData, error }) {
      const failed = error !== undefined
      // go-ethereum gives the data of a revert, and nothing for other failures.
      const returnValue = failed && error !== 'revert' ? '0x' : toHex(returnData)
      return { gas: Number(gasUsed), failed, returnValue, structLogs: logs }
    },
  }
}

function sizeOf({ stack = [], memory = [], returnData = '0x' }: StructLog): number {
  const words = memory.length * (66 + perString)
  return stack.reduce((sum, { length }) => sum + length + perString, perLog + words + returnData.length)
}

function wordsOf(memory: Uint8Array): Hex[] {
  const words: Hex[] = []
  for (let offset = 0; offset < memory.length; offset += 32) {
    words.push(toHex(memory.subarray(offset, offset + 32)).padEnd(66, '0') as Hex)
  }
  return words
}
