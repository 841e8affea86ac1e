import type { Hex } from 'viem'
import type { TraceEnter, TraceExit, TraceStep } from '../../execute/index.ts'
import { toHex, toQuantity, toWord } from '../hex.ts'
import { revertReason } from '../rpc/executionError.ts'
import { bool, object, optional } from '../rpc/parameters.ts'
import { gethError } from './gethError.ts'
import { memorySlice } from './memorySlice.ts'
import type { TraceRecorder, TracerKind, TraceSubject } from './TraceRecorder.ts'

type CallLog = { address: Hex; topics: Hex[]; data: Hex; index: Hex; position: Hex }

export type CallFrame = {
  type: string
  from: Hex
  to?: Hex
  value?: Hex
  gas: Hex
  gasUsed: Hex
  input: Hex
  output?: Hex
  error?: string
  revertReason?: string
  calls?: CallFrame[]
  logs?: CallLog[]
}

const callTracerConfig = object({ onlyTopCall: optional(bool, false), withLog: optional(bool, false) })

/** The tree of calls. With `withLog` each call lists what it logged, unless that was reverted. */
export const callTracer: TracerKind = (value) => {
  const config = callTracerConfig(value)
  return (subject) => createCallTracer(subject, config)
}

function createCallTracer(
  subject: TraceSubject,
  { onlyTopCall, withLog }: ReturnType<typeof callTracerConfig>,
): TraceRecorder {
  const open: CallFrame[] = []
  let root: CallFrame | undefined
  let logIndex = 0

  function enter({ depth, ...call }: TraceEnter): void {
    if (onlyTopCall && depth > 0) return
    const frame = frameOf(call)
    const parent = open[open.length - 1]
    if (parent === undefined) root = frame
    else parent.calls = appended(parent.calls, frame)
    open.push(frame)
  }

  function exit({ depth, output, gasUsed, error }: TraceExit): void {
    if (onlyTopCall && depth > 0) return
    const frame = open.pop()
    if (frame === undefined) return
    frame.gasUsed = toQuantity(gasUsed)
    close(frame, output, error)
  }

  function step({ name, stack, memory, address, depth }: TraceStep): void {
    const topicCount = topicsOf(name)
    const frame = open[open.length - 1]
    if (topicCount === undefined || frame === undefined || (onlyTopCall && depth > 0)) return
    const operands = stack.slice(-(topicCount + 2)).reverse()
    if (operands.length < topicCount + 2) return
    const [offset = 0n, size = 0n, ...topics] = operands
    const log: CallLog = {
      address: toHex(address),
      topics: topics.map(toWord),
      data: toHex(memorySlice(memory, offset, size)),
      index: toQuantity(logIndex++),
      position: toQuantity(frame.calls?.length ?? 0),
    }
    frame.logs = appended(frame.logs, log)
  }

  return {
    hooks: { enter, exit, ...(withLog && { step }) },
    result({ gasUsed }) {
      if (root === undefined) return null
      // The frame counts from after the intrinsic cost; the transaction's own numbers are what its receipt says.
      return { ...root, gas: toQuantity(subject.gasLimit), gasUsed: toQuantity(gasUsed) }
    },
  }
}

function frameOf({ type, from, to, input, gas, value }: Omit<TraceEnter, 'depth'>): CallFrame {
  return {
    from: toHex(from),
    gas: toQuantity(gas),
    gasUsed: '0x0',
    to: toHex(to),
    input: toHex(input),
    ...(type !== 'STATICCALL' && { value: toQuantity(value) }),
    type,
  }
}

function close(frame: CallFrame, output: Uint8Array, error: string | undefined): void {
  if (error === undefined) {
    if (output.length > 0) frame.output = toHex(output)
    return
  }
  frame.error = gethError(error)
  if (frame.type.startsWith('CREATE')) delete frame.to
  if (error === 'revert') {
    if (output.length > 0) frame.output = toHex(output)
    const reason = revertReason(output)
    if (reason !== undefined) frame.revertReason = reason
  }
  dropLogs(frame)
}

/** A failed call takes back what it and everything below it has logged. */
function dropLogs(frame: CallFrame): void {
  delete frame.logs
  frame.calls?.forEach(dropLogs)
}

/** Absent until there is something in it, as in go-ethereum's JSON. */
function appended<T>(list: T[] = [], item: T): T[] {
  list.push(item)
  return list
}

function topicsOf(opcodeName: string): number | undefined {
  const match = /^LOG([0-4])$/.exec(opcodeName)
  return match ? Number(match[1]) : undefined
}
