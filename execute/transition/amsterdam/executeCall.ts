import { EVMError, type EVMResult } from '@ethereumjs/evm'
import type { Address, PrefixedHexString } from '@ethereumjs/util'
import { beginStateGas, giveStateGas, type StateGas } from '../../evm/amsterdam/stateGas.ts'
import { pack } from '../../trie/packed.ts'
import type { Authorization } from '../../types/Simulation.ts'
import { accessListOf } from '../accessListOf.ts'
import type { BlockEnvironment } from '../BlockEnvironment.ts'
import { setDelegations } from './setDelegations.ts'

type Call = {
  caller: Address
  to?: Address
  value: bigint
  data: Uint8Array
  /** What is left of the transaction's gas limit, and how much of that is for growing the state only (EIP-8037). */
  gas: bigint
  reservoir: bigint
  gasPrice: bigint
  authorizations: readonly Authorization[]
  blobVersionedHashes: PrefixedHexString[]
}

/**
 * Sets a transaction's delegations and makes its call. If the gas does not even suffice until its code begins, the
 * delegations are undone too. `gasUsed` counts both dimensions.
 */
export async function executeCall(env: BlockEnvironment, call: Call): Promise<EVMResult & { gasUsed: bigint }> {
  const { evm } = env
  const accessList = accessListOf(env)
  const { caller, to, value, data, gas, reservoir, gasPrice, authorizations, blobVersionedHashes } = call
  beginStateGas(evm, reservoir)
  const undo = async () => {
    await evm.journal.revert()
    accessList?.revert()
    giveStateGas(evm, { reservoir: Number(reservoir), used: 0 })
  }
  await evm.journal.checkpoint()
  accessList?.checkpoint()

  const meter = { gas: Number(gas), spilled: 0 }
  const stateGas: StateGas = { reservoir: Number(reservoir), used: 0 }
  const paid = new Set([pack(caller.bytes)])
  if (to !== undefined && value > 0n) paid.add(pack(to.bytes))
  if (authorizations.length > 0 && !(await setDelegations(env, authorizations, paid, meter, stateGas))) {
    await undo()
    const exceptionError = new EVMError(EVMError.errorMessages.OUT_OF_GAS)
    return { execResult: { returnValue: new Uint8Array(0), executionGasUsed: gas, exceptionError }, gasUsed: gas }
  }
  giveStateGas(evm, stateGas)
  const result = await evm.runCall({
    ...{ block: env.block, gasPrice, caller, gasLimit: BigInt(meter.gas), value, data, blobVersionedHashes },
    ...(to && { to }),
    skipNonceIncrement: true,
  })
  if (evm.eip2780PrepOog) await undo()
  else {
    await evm.journal.commit()
    accessList?.commit()
  }
  const { executionGasUsed } = result.execResult
  const fromReservoir = reservoir - evm.stateGasReservoir
  return { ...result, gasUsed: gas - BigInt(meter.gas) + executionGasUsed + fromReservoir }
}
