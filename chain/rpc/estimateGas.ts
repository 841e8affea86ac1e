import type { CallRequest, SimulationResult } from '../../execute/index.ts'
import type { Backend } from '../Backend.ts'
import { smaller } from '../compare.ts'
import { requireBlock } from './blockIdentifier.ts'
import { affordableGas, callGasLimit } from './callGasLimit.ts'
import { executionError } from './executionError.ts'
import { RpcError, rpcCodes } from './RpcError.ts'
import { type Simulation, simulate } from './simulate.ts'

/** EIP-7825. */
const maxTransactionGas = 2n ** 24n
/** Gas that a call with value hands its callee, which a limit must cover although it may come back. */
const callStipend = 2300n
/** geth's tolerance: the search ends when the bounds are this close. */
const errorRatio = 0.015

/**
 * The least gas limit with which the call succeeds, up to 1.5 % above. A first run at the highest possible limit tells
 * what was used; most calls need little more than that, which the second run tries (as geth does). What remains is
 * bisected: calls that must hold more gas than they use, as EXECUTE's do, or that look at the gas left.
 * Errors: code 3 with data when the call reverts at any limit; -32000 when no limit suffices.
 */
export async function estimateGas(backend: Backend, call: CallRequest, simulation: Simulation): Promise<bigint> {
  const highest = highestLimit(backend, call, simulation)
  const run = (gas: bigint) => simulate(backend, { ...call, gas }, simulation)
  const first = await run(highest)
  const failure = executionError(first)
  if (failure) throw first.error === 'out of gas' ? tooExpensive(highest) : failure

  const used = first.gasUsedBeforeRefund
  let failing = used - 1n
  let sufficient = highest
  // Plain transfers and calls without inner calls need what they use; inner calls leave 1/64 behind (EIP-150).
  for (const guess of [used, ((used + callStipend) * 64n) / 63n]) {
    if (guess <= failing || guess >= sufficient) continue
    if (succeeded(await run(guess))) {
      sufficient = guess
      break
    }
    failing = guess
  }
  while (Number(sufficient - failing) / Number(sufficient) > errorRatio) {
    const middle = (sufficient + failing) / 2n
    // Most transactions need not much more than they use: stay near the lower bound.
    const guess = middle > failing * 2n ? failing * 2n : middle
    if (guess <= failing) break
    if (succeeded(await run(guess))) sufficient = guess
    else failing = guess
  }
  return sufficient
}

function succeeded({ error, revert }: SimulationResult): boolean {
  return error === undefined && revert === undefined
}

function highestLimit(backend: Backend, call: CallRequest, simulation: Simulation): bigint {
  const { timestamp, number, gasLimit } = requireBlock(backend.store, simulation.at).block.header
  const ofBlock = simulation.blockOverrides?.gasLimit ?? gasLimit
  const most = smaller(callGasLimit(backend, call, simulation), ofBlock)
  const limit = affordableGas(backend, call, simulation, most)
  return backend.rules.isActive('osaka', timestamp, number) ? smaller(limit, maxTransactionGas) : limit
}

function tooExpensive(highest: bigint): RpcError {
  return new RpcError(rpcCodes.invalidInput, `gas required exceeds allowance (${highest})`)
}
