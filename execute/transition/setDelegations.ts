import { RLP } from '@ethereumjs/rlp'
import { Account, Address } from '@ethereumjs/util'
import { keccak256 } from '../crypto/keccak256.ts'
import { recoverPublicKey } from '../crypto/recoverPublicKey.ts'
import { delegationPrefix, isDelegation } from '../evm/delegation.ts'
import { quantityToBytes } from '../rlp/quantity.ts'
import { pad32 } from '../state/createGenesisState.ts'
import type { Authorization } from '../types/Simulation.ts'
import type { BlockEnvironment } from './BlockEnvironment.ts'

const magic = 0x05
const halfOrder = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n

/** Sets the delegations that the authorizations ask for (EIP-7702 `set_delegation`); invalid ones are skipped. Answers the gas refund. */
export async function setDelegations(env: BlockEnvironment, authorizations: readonly Authorization[]): Promise<bigint> {
  const { state, evm, common } = env
  let refund = 0n
  for (const authorization of authorizations) {
    const authority = recoverAuthority(env, authorization)
    if (authority === undefined) continue
    evm.journal.addAlwaysWarmAddress(authority.toString())
    const existing = await state.getAccount(authority)
    const code = await state.getCode(authority)
    if (code.length > 0 && !isDelegation(code)) continue
    const account = existing ?? new Account()
    if (account.nonce !== authorization.nonce) continue
    if (existing !== undefined && !common.isActivatedEIP(8037))
      refund += common.param('perEmptyAccountCost') - common.param('perAuthBaseGas')
    account.nonce += 1n
    await evm.journal.putAccount(authority, account)
    await state.putCode(authority, delegationTo(authorization.address))
  }
  return refund
}

/** The code of an account that delegates; the zero address clears it. */
export function delegationTo(address: Uint8Array): Uint8Array {
  return address.every((byte) => byte === 0) ? new Uint8Array(0) : new Uint8Array([...delegationPrefix, ...address])
}

/** Undefined if it is not for this chain, or nobody can have signed it. */
export function recoverAuthority(
  { rules }: BlockEnvironment,
  { chainId, address, nonce, yParity, r, s }: Authorization,
): Address | undefined {
  if ((chainId !== 0n && chainId !== rules.chainId) || nonce >= 2n ** 64n - 1n) return undefined
  if (s > halfOrder || yParity > 1n) return undefined
  const message = RLP.encode([quantityToBytes(chainId), address, quantityToBytes(nonce)])
  const signature = new Uint8Array([...pad32(quantityToBytes(r)), ...pad32(quantityToBytes(s))])
  try {
    const publicKey = recoverPublicKey(keccak256(new Uint8Array([magic, ...message])), Number(yParity), signature)
    return new Address(keccak256(publicKey).subarray(12))
  } catch {
    return undefined
  }
}
