import type { CachedAccount } from '../state/CachedAccount.ts'
import type { Execution } from './Execution.ts'

/** execution-specs `move_ether`: the sender must have the amount, in wei. */
export function moveEther(
  { state, accessList }: Pick<Execution, 'state' | 'accessList'>,
  sender: CachedAccount,
  to: CachedAccount,
  amount: bigint,
): void {
  const { balance } = sender.current!
  state.setBalance(sender, balance - amount)
  accessList?.changeBalance(sender.key, balance - amount, balance)
  // Read after that, for it may be the sender.
  const received = to.current?.balance ?? 0n
  state.setBalance(to, received + amount)
  accessList?.changeBalance(to.key, received + amount, received)
}
