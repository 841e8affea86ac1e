import type { Address } from '@ethereumjs/util'
import { isDead } from '../state/accountCodec.ts'
import { pack } from '../trie/packed.ts'
import type { Execution } from './Execution.ts'
import { type Frame, nothing } from './Frame.ts'
import { failed, type Outcome, stopped, waiting } from './Outcome.ts'
import { bytesOfAddress } from './words.ts'

/** EIP-161, EIP-2929, EIP-3529, EIP-6780 */
export function selfDestruct(execution: Execution, frame: Frame): Outcome {
  const { state, journal, table, created } = execution
  const prices = table.frames!
  if (frame.isStatic) return failed
  const beneficiary = bytesOfAddress(frame.stack[frame.top - 1]!)
  if (state.isVirtual(beneficiary)) return waiting
  const key = pack(beneficiary)
  const self = frame.accountIn(state)
  const balance = self.current?.balance ?? 0n
  // The beneficiary is looked at before any gas is charged, so a witness holds it even if there is none.
  let gas = prices.destruction + (journal.isWarm(key) ? 0 : prices.coldAccount)
  if (balance > 0n && isDead(state.openAccount(beneficiary).current)) gas += prices.newAccount
  if (frame.gas < gas) return failed

  journal.warm(key)
  frame.gas -= gas
  noteDestroyed(execution, frame.address, beneficiary)
  const toItself = key === frame.key
  if (!toItself) {
    const account = state.openAccount(beneficiary)
    journal.touch(key)
    if (balance > 0n) state.setBalance(account, (account.current?.balance ?? 0n) + balance)
  }
  if (balance > 0n && (!toItself || !prices.destroysOnlyCreated || created.has(frame.address.toString())))
    state.setBalance(self, 0n)
  execution.output = nothing
  return stopped
}

/** The transaction ends with the account, if it may (EIP-6780). */
export function noteDestroyed(execution: Execution, account: Address, beneficiary: Uint8Array): void {
  const { destroyed, journal, table } = execution
  const address = account.toString()
  const earlier = destroyed.get(address)
  if (earlier === undefined) execution.refund += table.frames!.destructionRefund
  destroyed.set(address, `0x${Buffer.from(beneficiary).toString('hex')}`)
  journal.onUndo(() => {
    if (earlier === undefined) destroyed.delete(address)
    else destroyed.set(address, earlier)
  })
}
