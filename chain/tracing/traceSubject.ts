import type { TypedTransaction } from '@ethereumjs/tx'
import { type EOACode7702AuthorizationListBytesItem, eoaCode7702RecoverAuthority } from '@ethereumjs/util'
import type { Header } from '../../execute/index.ts'
import type { Backend } from '../Backend.ts'
import { fromHex, toHex } from '../hex.ts'
import { senderOf } from '../senderOf.ts'
import type { TraceSubject } from './TraceRecorder.ts'

/** What is known of a transaction before it runs. */
export function subjectOf(
  backend: Pick<Backend, 'precompiles'>,
  transaction: TypedTransaction,
  { coinbase }: Header,
): Omit<TraceSubject, 'charge'> {
  return {
    from: fromHex(senderOf(transaction)),
    ...(transaction.to && { to: transaction.to.bytes }),
    gasLimit: transaction.gasLimit,
    coinbase,
    authorities: 'authorizationList' in transaction ? authoritiesOf(transaction.authorizationList) : [],
    isPrecompile: (address) => isPrecompile(backend, address),
  }
}

export function isPrecompile({ precompiles }: Pick<Backend, 'precompiles'>, address: Uint8Array): boolean {
  const value = BigInt(toHex(address))
  // Osaka's: 0x01 to 0x11, and EIP-7951's at 0x0100.
  return (
    (value > 0n && value <= 0x11n) ||
    value === 0x100n ||
    precompiles.some((own) => toHex(own.address) === toHex(address))
  )
}

/** An authorization whose signature fits no key changes nothing (EIP-7702), so it is left out. */
function authoritiesOf(list: EOACode7702AuthorizationListBytesItem[]): Uint8Array[] {
  return list.flatMap((authorization) => {
    try {
      return [eoaCode7702RecoverAuthority(authorization).bytes]
    } catch {
      return []
    }
  })
}
