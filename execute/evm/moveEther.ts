import type { CachedAccount } from '../state/CachedAccount.ts'
import type { SynchronousState } from './SynchronousState.ts'

/** execution-specs `move_ether`: the sender must have the amount, in wei. */
export function moveEther(state: SynchronousState, sender: CachedAccount, to: CachedAccount, amount: bigint): void {
  state.setBalance(sender, sender.current!.balance - amount)
  // Read after that, for it may be the sender.
  state.setBalance(to, (to.current?.balance ?? 0n) + amount)
}
