import type { Hex } from 'viem'
import type { Backend } from '../../../Backend.ts'
import { fromHex, toHex } from '../../../hex.ts'
import { type ParityTrace, parityTrace } from '../../../tracing/parityTrace.ts'
import { createTraceBudget } from '../../../tracing/TraceBudget.ts'
import type { CreateRecorder } from '../../../tracing/TraceRecorder.ts'
import { traceBlock } from '../../../tracing/traceBlock.ts'
import { address, hash, readParameters } from '../../parameters.ts'
import { RpcError, rpcCodes } from '../../RpcError.ts'
import type { RpcMethods } from '../../router.ts'
import { stateAt } from '../../stateAt.ts'
import { looseBlock } from './parameters.ts'

/** Of Otterscan's JSON-RPC extensions; its client asks for at least this. */
const apiLevel = 8

const everyCall = parityTrace({ precompiles: true })

const revertData: CreateRecorder = () => ({
  hooks: {},
  result: ({ returnData, error }) => (error === 'revert' ? toHex(returnData) : '0x'),
})

/** What Otterscan shows of one transaction. */
export function createOtsTransactionMethods(backend: Backend): RpcMethods {
  const { store } = backend

  async function trace(wanted: Hex, create: CreateRecorder): Promise<unknown> {
    const location = store.transaction(wanted)
    if (location === undefined) return undefined
    const { block, index } = location
    const budget = createTraceBudget(backend.limits)
    return (await traceBlock(backend, block, { create, budget, first: index, last: index }))[0]
  }
  const callsOf = async (params: unknown[]) =>
    (await trace(readParameters(params, { hash }).hash, everyCall)) as ParityTrace[] | undefined

  return {
    ots_getApiLevel: async (params) => {
      readParameters(params, {})
      return apiLevel
    },
    async ots_hasCode(params) {
      const read = readParameters(params, { address, block: looseBlock })
      return stateAt(backend, read.block).state.getCode(fromHex(read.address)).length > 0
    },
    async ots_getTransactionError(params) {
      const wanted = readParameters(params, { hash }).hash
      const { block, index } = store.transaction(wanted) ?? {}
      if (block?.receipts[index!]?.status !== false) return '0x'
      return trace(wanted, revertData)
    },
    async ots_traceTransaction(params) {
      return (await callsOf(params))?.flatMap(callOf) ?? []
    },
    async ots_getInternalOperations(params) {
      const calls = await callsOf(params)
      if (calls) return calls.flatMap(operationOf)
      throw new RpcError(rpcCodes.invalidInput, 'transaction not found')
    },
  }
}

function callOf({ type, action, result, traceAddress }: ParityTrace): object[] {
  if (type !== 'call') return []
  const { callType, from, to, value, input } = action
  const output = result?.output ?? '0x'
  return [{ type: String(callType).toUpperCase(), depth: traceAddress.length, from, to, value, input, output }]
}

/** The numbers by which Otterscan knows what moves ether; as with anvil, the transaction's own transfer is among it. */
const operations = { transfer: 0, selfdestruct: 1, create: 2, create2: 3 } as const

function operationOf({ type, action, result }: ParityTrace): object[] {
  const { from, value } = action
  switch (type) {
    case 'create': {
      const kind = action.creationMethod === 'create2' ? operations.create2 : operations.create
      return [{ type: kind, from, to: result?.address ?? `0x${'00'.repeat(20)}`, value }]
    }
    case 'suicide':
      return [{ type: operations.selfdestruct, from: action.address, to: action.refundAddress, value: action.balance }]
    case 'call':
      if (action.callType !== 'call' || value === '0x0') return []
      return [{ type: operations.transfer, from, to: action.to, value }]
  }
}
