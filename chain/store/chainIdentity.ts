import { type Genesis, type GenesisAccount, keccak256 } from '../../execute/index.ts'
import type { ExecutionNodeOptions } from '../ExecutionNode.ts'
import { toHex } from '../hex.ts'

/** What makes a chain the one it is, by the name of the setting. */
export type ChainIdentity = { [setting: string]: string }

/** What a state directory records of the chain in it, so that another chain is not continued on top. */
export function chainIdentity(options: ExecutionNodeOptions, genesisHash: Uint8Array): ChainIdentity {
  const { chainId, forks, forkBlocks, blobSchedule, depositContract, genesis } = options
  const { alloc, ...fields } = genesis
  const settings = { chainId, forks, forkBlocks, blobSchedule, depositContract, ...named('genesis.', fields) }
  return {
    ...Object.fromEntries(
      Object.entries(settings)
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => [key, typeof value === 'object' ? JSON.stringify(value) : String(value)]),
    ),
    ...named('genesis.alloc.', digests(alloc)),
    genesisHash: toHex(genesisHash),
  }
}

/** Settings that differ, in words; empty if both are the same chain. */
export function differences(kept: ChainIdentity, configured: ChainIdentity): string[] {
  // A genesis can be written in more ways than one: its hash decides.
  const same = ['genesisHash', 'chainId', 'forks', 'forkBlocks', 'blobSchedule', 'depositContract'].every(
    (key) => kept[key] === configured[key],
  )
  if (same) return []
  const found = [...new Set([...Object.keys(kept), ...Object.keys(configured)])]
    .filter((key) => kept[key] !== configured[key] && key !== 'genesisHash')
    .map((key) => `${key} is ${kept[key] ?? 'absent'} there and ${configured[key] ?? 'absent'} here`)
  return found.length > 0 ? found : [`genesisHash is ${kept.genesisHash} there and ${configured.genesisHash} here`]
}

function digests(alloc: Genesis['alloc']): ChainIdentity {
  return Object.fromEntries(Object.entries(alloc).map(([address, account]) => [address.toLowerCase(), digest(account)]))
}

function digest({ balance = 0n, nonce = 0n, code = '0x', storage = {} }: GenesisAccount): string {
  const text = JSON.stringify([String(balance), String(nonce), code, Object.entries(storage).sort()])
  return `account ${toHex(keccak256(Buffer.from(text)).subarray(0, 4))}`
}

function named(prefix: string, fields: object): { [key: string]: unknown } {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [`${prefix}${key}`, value]))
}
