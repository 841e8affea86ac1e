import type { Hex } from 'viem'
import type { Log, TraceEnter, TraceExit, Tracer } from '../../execute/index.ts'
import { toHex, toQuantity } from '../hex.ts'
import { revertReason } from '../rpc/executionError.ts'
import { gethError } from './gethError.ts'
import type { TraceSubject } from './TraceRecorder.ts'

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

/** What a call, and what a log take beside their data, topics included. */
const [perCall, perLog] = [600, 600]

export type CallTree = {
  hooks: Tracer
  /** The outermost call, as the EVM has it: gas without the intrinsic cost. */
  root(): CallFrame | undefined
}

/** Gathers the tree of calls of one execution. */
export function createCallTree(
  { charge }: Pick<TraceSubject, 'charge'>,
  { onlyTopCall, withLog } = { onlyTopCall: false, withLog: false },
): CallTree {
  const open: CallFrame[] = []
  let root: CallFrame | undefined
  let logIndex = 0
  let depth = 0

  function enter(call: TraceEnter): void {
    depth++
    if (onlyTopCall && depth > 1) return
    charge(perCall + 2 * call.input.length)
    const frame = frameOf(call)
    const parent = open[open.length - 1]
    if (parent === undefined) root = frame
    else parent.calls = appended(parent.calls, frame)
    open.push(frame)
  }

  function exit({ output, gasUsed, error }: TraceExit): void {
    depth--
    if (onlyTopCall && depth > 0) return
    const frame = open.pop()
    if (frame === undefined) return
    frame.gasUsed = toQuantity(gasUsed)
    charge(2 * output.length)
    close(frame, output, error)
  }

  function log({ address, topics, data }: Log): void {
    const frame = open[open.length - 1]
    // With `onlyTopCall` the logs of the calls below are left out.
    if (frame === undefined || (onlyTopCall && depth > 1)) return
    charge(perLog + 2 * data.length)
    const encoded: CallLog = {
      address: toHex(address),
      topics: topics.map(toHex),
      data: toHex(data),
      index: toQuantity(logIndex++),
      position: toQuantity(frame.calls?.length ?? 0),
    }
    frame.logs = appended(frame.logs, encoded)
  }

  return {
    hooks: { enter, exit, ...(withLog && { log }) },
    root: () => root,
  }
}

function frameOf({ type, from, to, input, gas, value }: TraceEnter): CallFrame {
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
