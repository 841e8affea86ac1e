import { type Address, decodeFunctionData, type Hex, isAddressEqual, toFunctionSelector } from 'viem'
import { nativeRollupAbi } from '../../contracts/index.ts'
import type { L1Client } from '../l1/createL1Client.ts'

/** Of geth's callTracer. */
type Call = { to?: Address; input: Hex; error?: string; type: string; calls?: Call[] }

const ADVANCE = toFunctionSelector('advance((uint64,bytes)[])')

/**
 * The EXECUTE inputs of all blocks that a transaction advanced the rollup by, in order. A transaction that calls the rollup
 * itself shows them in its calldata; one that calls it through another contract is traced.
 */
export async function advanceInputs(client: L1Client, rollup: Address, transactionHash: Hex): Promise<Hex[]> {
  const { to, input } = await client.getTransaction({ hash: transactionHash })
  if (to !== null && isAddressEqual(to, rollup)) return inputsOf(input)
  const trace = (await client.request({
    method: 'debug_traceTransaction' as never,
    params: [transactionHash, { tracer: 'callTracer' }] as never,
  })) as Call
  return callsTo(rollup, trace).flatMap((call) => inputsOf(call.input))
}

function inputsOf(calldata: Hex): Hex[] {
  if (!calldata.startsWith(ADVANCE)) return []
  const { args } = decodeFunctionData({ abi: nativeRollupAbi, data: calldata })
  return (args as readonly [readonly { input: Hex }[]])[0].map((block) => block.input)
}

/** Depth first, as they ran; a call that failed has undone what it did. */
function callsTo(address: Address, call: Call): Call[] {
  if (call.error !== undefined) return []
  const own = call.type === 'CALL' && call.to !== undefined && isAddressEqual(call.to, address) ? [call] : []
  return [...own, ...(call.calls ?? []).flatMap((inner) => callsTo(address, inner))]
}
