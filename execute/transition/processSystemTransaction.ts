import { Address } from '@ethereumjs/util'
import { InvalidBlock } from '../errors.ts'
import { beginStateGas } from '../evm/amsterdam/stateGas.ts'
import { pack } from '../trie/packed.ts'
import { accessListOf } from './accessListOf.ts'
import type { BlockEnvironment } from './BlockEnvironment.ts'
import { systemAddress } from './constants.ts'

const systemKey = pack(systemAddress)
const systemTransactionGas = 30_000_000n
/** EIP-8037: slots that a system call may newly set. */
const maxNewSlots = 16n

/**
 * Calls a contract as the system (execution-specs `process_unchecked_system_transaction`): no fee, no nonce, and nothing
 * happens if there is no code; a failing call changes nothing.
 */
export async function processUncheckedSystemTransaction(
  env: BlockEnvironment,
  contract: Uint8Array,
  data: Uint8Array,
): Promise<void> {
  await callAsSystem(env, contract, data)
}

/**
 * The same, but the block is invalid if there is no code or the call fails (EIP-7002, EIP-7251).
 * @throws InvalidBlock MISSING_SYSTEM_CONTRACT or FAILED_SYSTEM_CALL
 */
export async function processCheckedSystemTransaction(
  env: BlockEnvironment,
  contract: Uint8Array,
  data: Uint8Array,
): Promise<Uint8Array> {
  const result = await callAsSystem(env, contract, data)
  if (result === undefined) {
    throw new InvalidBlock('MISSING_SYSTEM_CONTRACT', `System contract ${new Address(contract)} has no code`, {
      value: contract,
      hint: 'Put it into the genesis allocation.',
    })
  }
  if (result.exceptionError !== undefined) {
    throw new InvalidBlock(
      'FAILED_SYSTEM_CALL',
      `System contract ${new Address(contract)} failed: ${result.exceptionError.error}`,
      { value: contract },
    )
  }
  return result.returnValue
}

/** Undefined if the contract has no code. */
async function callAsSystem(env: BlockEnvironment, contract: Uint8Array, data: Uint8Array) {
  const { evm, state, common } = env
  const to = new Address(contract)
  const accessList = accessListOf(env)
  const code = await state.getCode(to)
  if (code.length === 0) {
    accessList?.touch(pack(contract))
    return undefined
  }
  const caller = new Address(systemAddress)
  // The system's address is no account: it must not appear in the state, the witness or the block access list.
  const isListed = accessList?.has(systemKey)
  if (common.isActivatedEIP(8037)) {
    beginStateGas(evm, common.param('stateBytesPerStorageSet') * common.param('costPerStateByte') * maxNewSlots)
  }
  const result = await state.withVirtualAccount(systemAddress, async () => {
    const { execResult } = await evm.runCall({
      block: env.block,
      caller,
      to,
      data,
      gasLimit: systemTransactionGas,
      gasPrice: env.header.baseFeePerGas ?? 0n,
      skipNonceIncrement: true,
    })
    await evm.journal.cleanup()
    return execResult
  })
  state.originalStorageCache.clear()
  if (!isListed) accessList?.forget(systemKey)
  const failure = state.failure()
  if (failure !== undefined) throw failure
  return result
}
