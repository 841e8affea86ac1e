import type { Tracer } from '../../execute/index.ts'
import { createTurns } from '../rpc/createTurns.ts'
import type { RpcLimits } from '../rpc/limits.ts'
import { RpcError, rpcCodes } from '../rpc/RpcError.ts'

/** What one request for traces may cost: the size of its answer and its time, however many transactions it traces. */
export type TraceBudget = {
  /** Told of what is kept for the answer. Errors: -32005 when it is too much. */
  charge(bytes: number): void
  /** The hooks, with a look at the clock now and then. Errors: -32000 'execution timeout'. */
  timed(hooks: Tracer): Tracer
  /** The same between blocks: waits while others have their turn. */
  turn(): Promise<void> | undefined
}

/** @param timeout milliseconds that the request allows, if less than the node's own limit */
export function createTraceBudget(
  limits: Pick<RpcLimits, 'traceBytes' | 'traceTime'>,
  timeout = Number.POSITIVE_INFINITY,
): TraceBudget {
  const allowed = Math.min(limits.traceTime, timeout)
  const deadline = performance.now() + allowed
  let bytes = 0
  const turn = createTurns()

  function look(): Promise<void> | undefined {
    if (performance.now() > deadline) {
      const message = `execution timeout: the trace takes longer than ${allowed} ms; use a tracer that looks at less`
      throw new RpcError(rpcCodes.invalidInput, message)
    }
    return turn()
  }

  return {
    charge(size) {
      bytes += size
      if (bytes <= limits.traceBytes) return
      throw new RpcError(
        rpcCodes.limitExceeded,
        `trace too large: more than ${limits.traceBytes} bytes; set limit, disableStack or disableStorage, trace one transaction, or use another tracer`,
      )
    },
    timed: (hooks) => ({ ...hooks, pause: look }),
    turn: look,
  }
}
