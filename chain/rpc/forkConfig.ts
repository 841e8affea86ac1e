import { crc32 } from 'node:zlib'
import type { Hex } from 'viem'
import { type ChainRules, type Fork, forks, type Precompile, systemContracts } from '../../execute/index.ts'
import { toHex, toQuantity } from '../hex.ts'

/** EIP-7910's names of precompiles, by address, and the fork that brought them. */
const precompiles: [name: string, address: number, since: Fork][] = [
  ['ECREC', 0x01, 'frontier'],
  ['SHA256', 0x02, 'frontier'],
  ['RIPEMD160', 0x03, 'frontier'],
  ['ID', 0x04, 'frontier'],
  ['MODEXP', 0x05, 'byzantium'],
  ['BN254_ADD', 0x06, 'byzantium'],
  ['BN254_MUL', 0x07, 'byzantium'],
  ['BN254_PAIRING', 0x08, 'byzantium'],
  ['BLAKE2F', 0x09, 'istanbul'],
  ['KZG_POINT_EVALUATION', 0x0a, 'cancun'],
  ['BLS12_G1ADD', 0x0b, 'prague'],
  ['BLS12_G1MSM', 0x0c, 'prague'],
  ['BLS12_G2ADD', 0x0d, 'prague'],
  ['BLS12_G2MSM', 0x0e, 'prague'],
  ['BLS12_PAIRING_CHECK', 0x0f, 'prague'],
  ['BLS12_MAP_FP_TO_G1', 0x10, 'prague'],
  ['BLS12_MAP_FP2_TO_G2', 0x11, 'prague'],
  ['P256VERIFY', 0x100, 'osaka'],
]

export type ForkConfig = {
  /** Unix seconds; 0 at genesis. */
  activationTime: number
  blobSchedule: { target: number; max: number; baseFeeUpdateFraction: number } | null
  chainId: Hex
  forkId: Hex
  precompiles: Record<string, Hex>
  systemContracts: Record<string, Hex>
}

export type ForkConfigOptions = {
  rules: ChainRules
  genesis: { hash: Uint8Array; timestamp: bigint }
  /** The chain's own, beside Ethereum's. */
  precompiles: readonly Precompile[]
}

/** What a fork that starts at `timestamp` (unix seconds) brings about (EIP-7910). */
export function forkConfig(timestamp: bigint, options: ForkConfigOptions): ForkConfig {
  const { rules, genesis } = options
  const fork = rules.forkAt(timestamp, BigInt(Number.MAX_SAFE_INTEGER))
  return {
    activationTime: timestamp <= genesis.timestamp ? 0 : Number(timestamp),
    blobSchedule: rules.blobParameters(timestamp) ?? null,
    chainId: toQuantity(rules.chainId),
    forkId: forkId(timestamp, options),
    precompiles: sortedByName([
      ...precompiles
        .filter(([, , since]) => reaches(fork, since))
        .map(([name, address]): [string, Hex] => [name, `0x${address.toString(16).padStart(40, '0')}`]),
      ...options.precompiles.map(({ name, address }): [string, Hex] => [name, toHex(address)]),
    ]),
    systemContracts: activeSystemContracts(fork, rules),
  }
}

/** EIP-2124 and EIP-6122: a checksum of the genesis hash and of every fork since. */
function forkId(timestamp: bigint, { rules, genesis }: ForkConfigOptions): Hex {
  const byNumber = rules.schedule.flatMap(({ number }) => number ?? []).filter((number) => number > 0)
  const byTime = rules.schedule
    .flatMap((entry) => entry.timestamp ?? [])
    .filter((start) => BigInt(start) > genesis.timestamp && BigInt(start) <= timestamp)
  let checksum = crc32(genesis.hash)
  for (const start of [...new Set(byNumber), ...new Set(byTime)]) {
    const bytes = Buffer.alloc(8)
    bytes.writeBigUInt64BE(BigInt(start))
    checksum = crc32(bytes, checksum)
  }
  return `0x${checksum.toString(16).padStart(8, '0')}`
}

function activeSystemContracts(fork: Fork, { depositContract }: ChainRules): Record<string, Hex> {
  const active: [name: string, address: Uint8Array, since: Fork][] = [
    ['BEACON_ROOTS_ADDRESS', systemContracts.beaconRoots, 'cancun'],
    ['BUILDER_DEPOSIT_CONTRACT_ADDRESS', systemContracts.builderDeposits, 'amsterdam'],
    ['BUILDER_EXIT_CONTRACT_ADDRESS', systemContracts.builderExits, 'amsterdam'],
    ['CONSOLIDATION_REQUEST_PREDEPLOY_ADDRESS', systemContracts.consolidationRequests, 'prague'],
    ['DEPOSIT_CONTRACT_ADDRESS', depositContract, 'prague'],
    ['HISTORY_STORAGE_ADDRESS', systemContracts.historyStorage, 'prague'],
    ['WITHDRAWAL_REQUEST_PREDEPLOY_ADDRESS', systemContracts.withdrawalRequests, 'prague'],
  ]
  return sortedByName(
    active.filter(([, , since]) => reaches(fork, since)).map(([name, address]) => [name, toHex(address)]),
  )
}

function reaches(fork: Fork, since: Fork): boolean {
  return forks.indexOf(fork) >= forks.indexOf(since)
}

/** EIP-7910 asks for canonical JSON: members in the order of their names. */
function sortedByName(entries: [string, Hex][]): Record<string, Hex> {
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}
