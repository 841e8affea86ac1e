import { Account, Address, bigIntMax, bigIntToBytes, bytesToBigInt } from '@ethereumjs/util'
import { pad32 } from '../state/createGenesisState.ts'
import type { JournaledState } from '../state/createJournaledState.ts'
import { pack } from '../trie/packed.ts'
import type { GasMeter } from '../types/GasMarket.ts'
import type { Precompile } from '../types/Precompile.ts'
import type { BlockEnvironment } from './BlockEnvironment.ts'
import { excessAfter, type MarketRecord, priceOf } from './gasMarket.ts'

/** Where a precompile's market keeps its record: in the storage of its address. */
export const marketSlots = { excess: pad32(new Uint8Array(0)), used: pad32(Uint8Array.of(1)) } as const

/** The meter of one precompile during one block. */
export type BlockMeter = GasMeter & {
  address: Address
  /** Most of its gas in a block. */
  limit: bigint
  /** As the state has it, of the parent. */
  before: MarketRecord
  /** What will be written: of this block, as far as it has run. */
  record(): MarketRecord
  /** Begins a transaction, which `abandonAttempt` makes undone. */
  beginAttempt(): void
  abandonAttempt(): void
  /** Of a transaction that found too little left: all it asked for, if a block has so much, and what was left when it began. */
  lacked(): { asked: bigint; left: bigint } | undefined
}

/** The meters of those precompiles that have a market, as a block on this state begins with them. */
export function readMeters(precompiles: readonly Precompile[], state: JournaledState): BlockMeter[] {
  const meters: BlockMeter[] = []
  for (const precompile of precompiles) {
    const { market } = precompile
    if (market === undefined) continue
    const address = new Address(precompile.address)
    const account = state.openAccount(address.bytes)
    const read = (slot: Uint8Array) => bytesToBigInt(state.openSlot(account, pack(slot)).value)
    const before = { excess: read(marketSlots.excess), used: read(marketSlots.used) }
    const excess = excessAfter(market, before)
    let used = 0n
    let usedByEarlier = 0n
    let mostAsked = 0n
    meters.push({
      address,
      limit: market.limit,
      before,
      price: priceOf(market, excess),
      left: () => market.limit - used,
      take(gas) {
        if (used + gas > market.limit) {
          const asked = used - usedByEarlier + gas
          if (asked <= market.limit) mostAsked = bigIntMax(mostAsked, asked)
          return false
        }
        used += gas
        return true
      },
      giveBack(gas) {
        used -= gas
      },
      record: () => ({ excess, used }),
      beginAttempt() {
        usedByEarlier = used
        mostAsked = 0n
      },
      abandonAttempt() {
        used = usedByEarlier
      },
      lacked: () => (mostAsked === 0n ? undefined : { asked: mostAsked, left: market.limit - usedByEarlier }),
    })
  }
  return meters
}

/** Ends the block for its meters. The account gets a nonce, for one without would count as empty and lose its storage (EIP-161). */
export async function writeMeters(env: BlockEnvironment): Promise<void> {
  const { state, evm, common } = env
  const accessList = common.isActivatedEIP(7928) ? evm.blockLevelAccessList : undefined
  for (const { address, before, record } of env.meters) {
    for (const slot of Object.values(marketSlots)) accessList?.addStorageRead(address.toString(), slot)
    const now = record()
    if (now.excess === before.excess && now.used === before.used) continue
    const account = (await state.getAccount(address)) ?? new Account()
    if (account.nonce === 0n) {
      account.nonce = 1n
      await evm.journal.putAccount(address, account)
      accessList?.addNonceChange(address.toString(), account.nonce, accessList.blockAccessIndex)
    }
    for (const name of ['excess', 'used'] as const) {
      const slot = marketSlots[name]
      const value = bigIntToBytes(now[name])
      await state.putStorage(address, slot, value)
      const original = bigIntToBytes(before[name])
      accessList?.addStorageWrite(address.toString(), slot, value, accessList.blockAccessIndex, original)
    }
  }
}
