import { BlockLevelAccessList } from '@ethereumjs/util'
import type { Hex } from '../types/Hex.ts'

/** EthereumJS' list, but for what EIP-7928 rules out. */
export class CorrectedAccessList extends BlockLevelAccessList {
  /** Changes of earlier transactions stay, whatever becomes of the account. EthereumJS loses them. */
  override cleanupSelfdestructed(addresses: Hex[], balances?: Map<Hex, bigint>): void {
    const earlier = addresses.map((address) =>
      [...(this.accesses[address]?.balanceChanges ?? [])].filter(([index]) => index < this.blockAccessIndex),
    )
    super.cleanupSelfdestructed(addresses, balances)
    for (const [at, address] of addresses.entries())
      for (const [index, balance] of earlier[at]!) this.accesses[address]!.balanceChanges.set(index, balance)
  }

  /** No slot is among the changes and the reads. EthereumJS lists both, where what undoes a write is undone. */
  override serialize(): Uint8Array {
    for (const { storageChanges, storageReads } of Object.values(this.accesses))
      for (const slot of Object.keys(storageChanges)) storageReads.delete(slot as Hex)
    return super.serialize()
  }
}
