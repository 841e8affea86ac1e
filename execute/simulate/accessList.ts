import type { Address } from '@ethereumjs/util'
import { warmAddress } from '../evm/warmAddress.ts'
import { warmPrecompiles } from '../evm/warmPrecompiles.ts'
import type { BlockEnvironment } from '../transition/BlockEnvironment.ts'
import type { AccessListEntry, CallRequest } from '../types/Simulation.ts'

/** Marks what a transaction starts with as accessed (EIP-2929, EIP-2930, EIP-3651): its parties, precompiles, coinbase, its list. */
export function warmUp(
  { common, evm, header }: BlockEnvironment,
  request: CallRequest,
  from: Address,
  precompiles: Iterable<string>,
): void {
  if (!common.isActivatedEIP(2929)) return
  warmPrecompiles(evm, precompiles)
  warmAddress(evm, from.bytes)
  if (request.to !== undefined) warmAddress(evm, request.to)
  if (common.isActivatedEIP(3651)) warmAddress(evm, header.coinbase)
  for (const { address, storageKeys } of request.accessList ?? []) {
    evm.journal.addAlwaysWarmAddress(unprefixed(address), true)
    for (const key of storageKeys) evm.journal.addAlwaysWarmSlot(unprefixed(address), unprefixed(key), true)
  }
}

/** What was accessed, as an access list; the parties and precompiles only with slots, since they are warm anyway. */
export function accessedBy({ evm }: BlockEnvironment, parties: (Address | undefined)[]): AccessListEntry[] {
  const warmAnyway = new Set([...evm.precompiles.keys(), ...parties.map((party) => party && unprefixed(party.bytes))])
  return [...(evm.journal.accessList ?? [])]
    .filter(([address, slots]) => slots.size > 0 || !warmAnyway.has(address))
    .map(([address, slots]) => ({ address: fromUnprefixed(address), storageKeys: [...slots].map(fromUnprefixed) }))
}

function unprefixed(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

function fromUnprefixed(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'))
}
