import type { Hex } from 'viem'
import { fromHex } from '../hex.ts'
import type { CallFrame } from './callTree.ts'
import type { TraceSubject } from './TraceRecorder.ts'

/** One call of a transaction, as OpenEthereum lists them. */
export type FlatCall = {
  type: 'call' | 'create' | 'suicide'
  action: Record<string, Hex | string>
  error?: string
  result?: Record<string, Hex>
  subtraces: number
  /** Its place in the tree: the position among the calls of its parent, from the root down. */
  traceAddress: number[]
}

/** What a place in the tree takes for each level. */
const perLevel = 8

/** A tree of calls as a list, each call before those it makes. `keep` leaves out calls, with what they call. */
export function flatCalls(
  frame: CallFrame,
  { charge, keep = () => true }: Pick<TraceSubject, 'charge'> & { keep?: (call: CallFrame) => boolean },
  traceAddress: number[] = [],
): FlatCall[] {
  charge(perLevel * traceAddress.length)
  const calls = (frame.calls ?? []).filter(keep)
  const failed = frame.error !== undefined && frame.error !== 'execution reverted'
  const { result, ...kind } = encode(frame)
  const own: FlatCall = {
    ...kind,
    ...(frame.error !== undefined && { error: frame.error }),
    // The data of a revert is of use; whatever else failed has no result.
    ...(result && !failed && { result }),
    subtraces: calls.length,
    traceAddress,
  }
  return [own, ...calls.flatMap((call, index) => flatCalls(call, { charge, keep }, [...traceAddress, index]))]
}

/** For `keep`: OpenEthereum shows no calls of precompiles. */
export function withoutPrecompiles({ isPrecompile }: Pick<TraceSubject, 'isPrecompile'>): (call: CallFrame) => boolean {
  return ({ type, to }) => !(type === 'CALL' || type === 'STATICCALL') || !isPrecompile(fromHex(to!))
}

function encode(frame: CallFrame): Pick<FlatCall, 'type' | 'action' | 'result'> {
  const { type, from, to, gas, gasUsed, input, output = '0x', value = '0x0' } = frame
  switch (type) {
    case 'SELFDESTRUCT':
      return { type: 'suicide', action: { address: from, refundAddress: to!, balance: value } }
    case 'CREATE':
    case 'CREATE2':
      return {
        type: 'create',
        action: { from, gas, init: input, value, creationMethod: type.toLowerCase() },
        result: { ...(to && { address: to }), code: output, gasUsed },
      }
    default:
      return {
        type: 'call',
        action: { from, callType: type.toLowerCase(), gas, input, to: to!, value },
        result: { gasUsed, output },
      }
  }
}
