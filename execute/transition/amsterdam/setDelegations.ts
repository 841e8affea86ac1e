import { Account } from '@ethereumjs/util'
import { chargeStateGas, type StateGas } from '../../evm/amsterdam/stateGas.ts'
import { isDelegation } from '../../evm/delegation.ts'
import { pack } from '../../trie/packed.ts'
import type { Authorization } from '../../types/Simulation.ts'
import { accessListOf } from '../accessListOf.ts'
import type { BlockEnvironment } from '../BlockEnvironment.ts'
import { delegationTo, recoverAuthority } from '../setDelegations.ts'

/**
 * Sets the delegations that the authorizations ask for (EIP-7702 `set_delegation`), each of which pays for what it writes
 * when it writes it (EIP-8037). Answers false if the gas does not suffice.
 * @param paid accounts whose writing is paid for already, by key
 * @param meter what is left of the transaction's gas
 */
export async function setDelegations(
  env: BlockEnvironment,
  authorizations: readonly Authorization[],
  paid: Set<string>,
  meter: { gas: number; spilled: number },
  stateGas: StateGas,
): Promise<boolean> {
  const { state, evm, common } = env
  const accessList = accessListOf(env)
  const parameter = (name: string) => Number(common.param(name))
  const accountWrite = parameter('accountWriteGas')
  const stateByte = parameter('costPerStateByte')
  const wereDelegated = new Map<string, boolean>()
  const charged = new Set<string>()
  for (const authorization of authorizations) {
    const authority = recoverAuthority(env, authorization)
    if (authority === undefined) continue
    const key = pack(authority.bytes)
    evm.journal.addAlwaysWarmAddress(authority.toString())
    accessList?.touch(key)
    const existing = await state.getAccount(authority)
    const code = await state.getCode(authority)
    if (code.length > 0 && !isDelegation(code)) continue
    const account = existing ?? new Account()
    if (account.nonce !== authorization.nonce) continue

    const isDelegated = code.length > 0
    const wasDelegated = wereDelegated.get(key) ?? isDelegated
    wereDelegated.set(key, wasDelegated)
    const delegation = delegationTo(authorization.address)
    if (!paid.has(key)) {
      if (meter.gas < accountWrite) return false
      meter.gas -= accountWrite
      paid.add(key)
    }
    let bytes = existing === undefined ? parameter('stateBytesPerNewAccount') : 0
    if (delegation.length > 0 && !isDelegated && !wasDelegated && !charged.has(key)) {
      bytes += parameter('stateBytesPerAuthBase')
      charged.add(key)
    }
    if (meter.gas + stateGas.reservoir < bytes * stateByte) return false
    chargeStateGas({ stateGas }, meter, bytes * stateByte)

    account.nonce += 1n
    await evm.journal.putAccount(authority, account)
    accessList?.changeNonce(key, account.nonce)
    await state.putCode(authority, delegation)
    accessList?.changeCode(key, delegation, code)
  }
  return true
}
