import { type Fork, forks, type Genesis, type GenesisAccount, type Header, keccak256 } from '../../execute/index.ts'
import type { ExecutionNodeOptions } from '../ExecutionNode.ts'
import { toHex } from '../hex.ts'

/** What makes a chain the one it is, by the name of the setting. */
export type ChainIdentity = { [setting: string]: string }

/** What a state directory records of the chain in it, so that another chain is not continued on top. */
export function chainIdentity(options: ExecutionNodeOptions, genesisHash: Uint8Array): ChainIdentity {
  const { chainId, forks, forkBlocks, blobSchedule, depositContract, precompileRules, genesis } = options
  const { alloc, ...fields } = genesis
  const settings = {
    ...{ chainId, forks, forkBlocks, blobSchedule, depositContract, precompileRules },
    ...named('genesis.', fields),
  }
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

/**
 * Settings that differ, in words; empty if a chain with this head goes on alike under both: its genesis is the same, and so are
 * the forks that have begun. Those to come may be scheduled anew.
 */
export function differences(kept: ChainIdentity, configured: ChainIdentity, head: Header): string[] {
  const [there, here] = [sofar(kept, head), sofar(configured, head)]
  const same = Object.keys({ ...there, ...here }).every((key) => there[key] === here[key])
  if (same) return []
  const found = [...new Set([...Object.keys(kept), ...Object.keys(configured)])]
    .filter(
      (key) => kept[key] !== configured[key] && key !== 'genesisHash' && !(key in there && there[key] === here[key]),
    )
    .map((key) => `${key} is ${kept[key] ?? 'absent'} there and ${configured[key] ?? 'absent'} here`)
  return found.length > 0 ? found : [`genesisHash is ${kept.genesisHash} there and ${configured.genesisHash} here`]
}

/** What decides about the chain up to its head. A genesis can be written in more ways than one: its hash decides. */
function sofar(identity: ChainIdentity, { timestamp, number }: Header): ChainIdentity {
  const schedule = (key: string) => JSON.parse(identity[key] ?? '{}') as { [fork in Fork]?: unknown }
  const byTime = begun(schedule('forks'), Number(timestamp))
  const byNumber = begun(schedule('forkBlocks'), Number(number))
  const newest = Math.max(...[...byTime, ...byNumber].map(([fork]) => forks.indexOf(fork)))
  const blobs = schedule('blobSchedule')
  return {
    genesisHash: identity.genesisHash ?? '',
    chainId: identity.chainId ?? '',
    depositContract: identity.depositContract ?? '',
    precompileRules: identity.precompileRules ?? '',
    forks: JSON.stringify(byTime),
    forkBlocks: JSON.stringify(byNumber),
    blobSchedule: JSON.stringify(forks.slice(0, newest + 1).map((fork) => blobs[fork])),
  }
}

/** Forks of a schedule that have started, in order. */
function begun(schedule: { [fork in Fork]?: unknown }, until: number): [Fork, number][] {
  return forks.flatMap((fork) => {
    const start = schedule[fork]
    return typeof start === 'number' && start <= until ? [[fork, start] as [Fork, number]] : []
  })
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
