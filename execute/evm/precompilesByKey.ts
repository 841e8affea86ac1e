import type { EVM, PrecompileFunc } from '@ethereumjs/evm'
import { type Packed, pack } from '../trie/packed.ts'

export type Precompiles = ReadonlyMap<Packed, PrecompileFunc>

const tables = new WeakMap<EVM['precompiles'], Precompiles>()

/** EthereumJS finds a precompile by an address in hex, which takes a call longer to write than most else that it does. */
export function precompilesByKey(precompiles: EVM['precompiles']): Precompiles {
  let table = tables.get(precompiles)
  if (table === undefined) {
    table = new Map([...precompiles].map(([address, precompile]) => [pack(Buffer.from(address, 'hex')), precompile]))
    tables.set(precompiles, table)
  }
  return table
}
