import type { SealedBlock } from '../../execute/index.ts'
import type { Backend } from '../Backend.ts'
import { toHex } from '../hex.ts'
import { blockIdentifier, requireBlock, withPending } from '../rpc/blockIdentifier.ts'
import { callGasLimit } from '../rpc/callGasLimit.ts'
import { blockOverrides, callRequest, stateOverrides } from '../rpc/callRequest.ts'
import { hash, object, optional, type Parser, readParameters } from '../rpc/parameters.ts'
import { RpcError, rpcCodes } from '../rpc/RpcError.ts'
import type { RpcMethods } from '../rpc/router.ts'
import { simulate } from '../rpc/simulate.ts'
import { createTraceBudget } from './TraceBudget.ts'
import { traceBlock } from './traceBlock.ts'
import { defaultTracer, type TraceRequest, tracerConfig } from './tracers.ts'
import { isPrecompile } from './traceSubject.ts'

/** The third parameter of `debug_traceCall`: the tracer's config and what the call shall find changed. */
const callOptions = object({
  stateOverrides: optional(stateOverrides),
  blockOverrides: optional(blockOverrides),
})

/** `debug_trace…`: transactions run again, and calls, under go-ethereum's tracers. */
export function createTraceMethods(backend: Backend): RpcMethods {
  const { store } = backend

  async function traceWholeBlock(sealed: SealedBlock, { create, timeout }: TraceRequest): Promise<unknown[]> {
    const budget = createTraceBudget(backend.limits, timeout)
    const results = await traceBlock(backend, sealed, { create, budget })
    return results.map((result, index) => ({ txHash: toHex(sealed.receipts[index]!.transactionHash), result }))
  }

  return {
    async debug_traceTransaction(params) {
      const read = readParameters(params, { hash, tracer: optional(tracerConfig, defaultTracer) })
      const location = store.transaction(read.hash)
      if (location === undefined) throw new RpcError(rpcCodes.invalidInput, 'transaction not found')
      const { create, timeout } = read.tracer
      const { block, index } = location
      const budget = createTraceBudget(backend.limits, timeout)
      const [result] = await traceBlock(backend, block, { create, budget, first: index, last: index })
      return result
    },

    async debug_traceBlockByNumber(params) {
      const { block, tracer } = readParameters(params, {
        block: blockIdentifier,
        tracer: optional(tracerConfig, defaultTracer),
      })
      return traceWholeBlock(requireBlock(store, block), tracer)
    },

    async debug_traceBlockByHash(params) {
      const { block, tracer } = readParameters(params, {
        block: blockHash,
        tracer: optional(tracerConfig, defaultTracer),
      })
      return traceWholeBlock(requireBlock(store, block), tracer)
    },

    async debug_traceCall(params) {
      const { call, tracer, options, ...read } = readParameters([params[0], params[1], params[2], params[2]], {
        call: callRequest,
        at: optional(blockIdentifier, 'latest' as const),
        tracer: optional(tracerConfig, defaultTracer),
        options: optional(callOptions, {} as ReturnType<typeof callOptions>),
      })
      const at = await withPending(backend, read.at)
      const { header } = requireBlock(store, at).block
      const gas = callGasLimit(backend, call, { at, ...options })
      const budget = createTraceBudget(backend.limits, tracer.timeout)
      const recorder = tracer.create({
        from: call.from ?? new Uint8Array(20),
        ...(call.to && { to: call.to }),
        gasLimit: gas,
        coinbase: options.blockOverrides?.coinbase ?? header.coinbase,
        authorities: [],
        isPrecompile: (address) => isPrecompile(backend, address),
        charge: budget.charge,
      })
      const hooks = budget.timed(recorder.hooks)
      return recorder.result(await simulate(backend, { ...call, gas }, { at, ...options, tracer: hooks }))
    },
  }
}

const blockHash: Parser<{ hash: `0x${string}`; requireCanonical: boolean }> = (value) => ({
  hash: hash(value),
  requireCanonical: false,
})
