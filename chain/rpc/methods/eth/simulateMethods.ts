import { type SealedBlock, type SimulatedBlock, simulateBlock } from '../../../../execute/index.ts'
import type { Backend } from '../../../Backend.ts'
import { toHex, toQuantity } from '../../../hex.ts'
import { blockIdentifier, withPending } from '../../blockIdentifier.ts'
import { encodeRpcBlock } from '../../encoding/encodeBlock.ts'
import { encodeRpcLog } from '../../encoding/encodeReceipt.ts'
import { executionError } from '../../executionError.ts'
import { optional, readParameters } from '../../parameters.ts'
import { planSimulation } from '../../planSimulation.ts'
import { RpcError, rpcCodes } from '../../RpcError.ts'
import type { RpcMethods } from '../../router.ts'
import { simulationCodes, simulationError } from '../../simulationCodes.ts'
import { type SimulationRequest, simulationRequest } from '../../simulationRequest.ts'
import { stateAt } from '../../stateAt.ts'

/** go-ethereum's limit. */
const mostCalls = 10_000

/** Blocks that might follow, each of calls that see what those before them did. */
export function createSimulateMethods(backend: Backend): RpcMethods {
  const { rules, store, precompiles } = backend
  const gasCap = BigInt(backend.limits.callGas)

  /** The simulated blocks, oldest first. Errors: RpcError with a code of `simulationCodes`. */
  async function simulateBlocks(
    base: ReturnType<typeof stateAt>,
    { blockStateCalls, validation, traceTransfers }: SimulationRequest,
  ): Promise<SimulatedBlock[]> {
    const history = store.history(base.block)
    const simulated: SimulatedBlock[] = []
    let parent: Pick<SealedBlock, 'block' | 'hash' | 'state'> = { ...base.block, state: base.state }
    let gasUsed = 0n
    for (const { blockOverrides: overrides, ...plan } of planSimulation(base.block.block.header, blockStateCalls)) {
      const block = await simulateBlock({
        ...plan,
        rules,
        precompiles,
        overrides,
        validation,
        traceTransfers,
        parent: parent.block.header,
        parentHash: parent.hash,
        parentState: parent.state,
        gasCap: gasCap - gasUsed,
        getBlockHash: (number) =>
          history.getBlockHash(number) ??
          simulated.find(({ sealed }) => sealed.block.header.number === number)?.sealed.hash,
      })
      simulated.push(block)
      parent = block.sealed
      gasUsed += block.sealed.block.header.gasUsed
    }
    return simulated
  }

  return {
    async eth_simulateV1(params) {
      const { request, at } = readParameters(params, {
        request: simulationRequest,
        at: optional(blockIdentifier, 'latest' as const),
      })
      if (request.blockStateCalls.length === 0) throw new RpcError(rpcCodes.invalidParams, 'empty input')
      if (request.blockStateCalls.reduce((count, { calls }) => count + calls.length, 0) > mostCalls)
        throw new RpcError(simulationCodes.clientLimitExceeded, `too many calls: at most ${mostCalls}`)
      const base = stateAt(backend, await withPending(backend, at))
      try {
        const blocks = await simulateBlocks(base, request)
        return blocks.map((block) => encodeSimulatedBlock(block, request.returnFullTransactions))
      } catch (error) {
        throw simulationError(error)
      }
    },
  }
}

function encodeSimulatedBlock({ sealed, calls }: SimulatedBlock, fullTransactions: boolean): Record<string, unknown> {
  return {
    ...encodeRpcBlock(sealed, { fullTransactions }),
    calls: calls.map((call, transactionIndex) => {
      const error = executionError(call)?.toJSON()
      return {
        returnData: toHex(call.returnData),
        logs: call.logs.map(({ log, index }) =>
          encodeRpcLog(log, { block: sealed, transactionIndex, logIndex: index }),
        ),
        gasUsed: toQuantity(call.gasUsed),
        maxUsedGas: toQuantity(call.gasUsedBeforeRefund),
        status: error ? '0x0' : '0x1',
        ...(error && { error: call.revert ? error : { ...error, code: simulationCodes.vmError } }),
      }
    }),
  }
}
