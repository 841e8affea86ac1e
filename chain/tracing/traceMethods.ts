import type { TypedTransaction } from '@ethereumjs/tx'
import { type EOACode7702AuthorizationListBytesItem, eoaCode7702RecoverAuthority } from '@ethereumjs/util'
import { type Header, type SealedBlock, traceTransactions } from '../../execute/index.ts'
import type { Backend } from '../Backend.ts'
import { fromHex, toHex } from '../hex.ts'
import { blockIdentifier, requireBlock } from '../rpc/blockIdentifier.ts'
import { callGasLimit } from '../rpc/callGasLimit.ts'
import { blockOverrides, callRequest, stateOverrides } from '../rpc/callRequest.ts'
import { hash, object, optional, type Parser, readParameters } from '../rpc/parameters.ts'
import { RpcError, rpcCodes } from '../rpc/RpcError.ts'
import type { RpcMethods } from '../rpc/router.ts'
import { simulate } from '../rpc/simulate.ts'
import { senderOf } from '../senderOf.ts'
import type { CreateRecorder, TraceRecorder, TraceSubject } from './TraceRecorder.ts'
import { defaultTracer, tracerConfig } from './tracers.ts'

/** The third parameter of `debug_traceCall`: the tracer's config and what the call shall find changed. */
const callOptions = object({
  stateOverrides: optional(stateOverrides),
  blockOverrides: optional(blockOverrides),
})

/** `debug_trace…`: transactions run again, and calls, under go-ethereum's tracers. */
export function createTraceMethods(backend: Backend): RpcMethods {
  const { store } = backend

  /** Traces the transactions of a block from `first` to its end or to `last`. */
  async function traceBlock(
    sealed: SealedBlock,
    createRecorder: CreateRecorder,
    first = 0,
    last?: number,
  ): Promise<unknown[]> {
    const { block } = sealed
    const parent = store.blockByHash(toHex(block.header.parentHash))
    if (parent === undefined) throw new RpcError(rpcCodes.invalidInput, 'genesis is not traceable')
    const recorders: TraceRecorder[] = []
    const outcomes = await traceTransactions({
      rules: backend.rules,
      parent: parent.block.header,
      parentState: store.parentState(sealed),
      block,
      ...store.history(parent),
      precompiles: backend.precompiles,
      ...(last !== undefined && { upTo: last }),
      tracerFor(index, transaction) {
        if (index < first) return undefined
        const recorder = createRecorder(subjectOf(transaction, block.header))
        recorders.push(recorder)
        return recorder.hooks
      },
    })
    return recorders.map((recorder, index) => recorder.result(outcomes[first + index]!))
  }

  async function traceWholeBlock(sealed: SealedBlock, createRecorder: CreateRecorder): Promise<unknown[]> {
    const results = await traceBlock(sealed, createRecorder)
    return results.map((result, index) => ({ txHash: toHex(sealed.receipts[index]!.transactionHash), result }))
  }

  function subjectOf(transaction: TypedTransaction, { coinbase }: Header): TraceSubject {
    return {
      from: fromHex(senderOf(transaction)),
      ...(transaction.to && { to: transaction.to.bytes }),
      gasLimit: transaction.gasLimit,
      coinbase,
      authorities: 'authorizationList' in transaction ? authoritiesOf(transaction.authorizationList) : [],
      isPrecompile,
    }
  }

  function isPrecompile(address: Uint8Array): boolean {
    const value = BigInt(toHex(address))
    // Osaka's: 0x01 to 0x11, and EIP-7951's at 0x0100.
    return (
      (value > 0n && value <= 0x11n) ||
      value === 0x100n ||
      backend.precompiles.some((own) => toHex(own.address) === toHex(address))
    )
  }

  return {
    async debug_traceTransaction(params) {
      const read = readParameters(params, { hash, tracer: optional(tracerConfig, defaultTracer) })
      const location = store.transaction(read.hash)
      if (location === undefined) throw new RpcError(rpcCodes.invalidInput, 'transaction not found')
      const [result] = await traceBlock(location.block, read.tracer, location.index, location.index)
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
      const { call, at, tracer, options } = readParameters([params[0], params[1], params[2], params[2]], {
        call: callRequest,
        at: optional(blockIdentifier, 'latest' as const),
        tracer: optional(tracerConfig, defaultTracer),
        options: optional(callOptions, {} as ReturnType<typeof callOptions>),
      })
      const { header } = requireBlock(store, at).block
      const gas = callGasLimit(backend, call, { at, ...options })
      const recorder = tracer({
        from: call.from ?? new Uint8Array(20),
        ...(call.to && { to: call.to }),
        gasLimit: gas,
        coinbase: options.blockOverrides?.coinbase ?? header.coinbase,
        authorities: [],
        isPrecompile,
      })
      return recorder.result(await simulate(backend, { ...call, gas }, { at, ...options, tracer: recorder.hooks }))
    },
  }
}

const blockHash: Parser<{ hash: `0x${string}`; requireCanonical: boolean }> = (value) => ({
  hash: hash(value),
  requireCanonical: false,
})

/** An authorization whose signature fits no key changes nothing (EIP-7702), so it is left out. */
function authoritiesOf(list: EOACode7702AuthorizationListBytesItem[]): Uint8Array[] {
  return list.flatMap((authorization) => {
    try {
      return [eoaCode7702RecoverAuthority(authorization).bytes]
    } catch {
      return []
    }
  })
}
