import { Account, Address } from '@ethereumjs/util'
import type { JournaledState } from '../state/createJournaledState.ts'
import type { StateOverrides } from '../types/Simulation.ts'

/** Pretends that accounts are other than they are (the third parameter of geth's `eth_call`). */
export async function applyStateOverrides(state: JournaledState, overrides: StateOverrides): Promise<void> {
  for (const { address: bytes, account } of overrides) {
    const address = new Address(bytes)
    const { movePrecompileTo: _, ...changes } = account
    if (Object.keys(changes).length === 0) continue
    const fields = (await state.getAccount(address)) ?? new Account()
    if (account.nonce !== undefined) fields.nonce = account.nonce
    if (account.balance !== undefined) fields.balance = account.balance
    await state.putAccount(address, fields)
    if (account.code !== undefined) await state.putCode(address, account.code)
    if (account.state !== undefined) await state.clearStorage(address)
    for (const [slot, value] of [...(account.state ?? []), ...(account.stateDiff ?? [])]) {
      await state.putStorage(address, slot, value)
    }
  }
}
