import { Account, Address } from '@ethereumjs/util'
import type { BlockEnvironment } from './BlockEnvironment.ts'

/** A balance increase that is no transaction (EIP-4895), nor part of one's execution. */
export async function credit(env: BlockEnvironment, to: Uint8Array, amount: bigint): Promise<void> {
  const address = new Address(to)
  const account = (await env.state.getAccount(address)) ?? new Account()
  const before = account.balance
  account.balance += amount
  await env.evm.journal.putAccount(address, account)
  if (!env.common.isActivatedEIP(7928)) return
  const accessList = env.evm.blockLevelAccessList!
  if (amount === 0n) accessList.addAddress(address.toString())
  else accessList.addBalanceChange(address.toString(), account.balance, accessList.blockAccessIndex, before)
}
