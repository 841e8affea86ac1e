import { createAddressFromPrivateKey } from '@ethereumjs/util'
import { getCreateAddress, type Hex } from 'viem'
import { addresses } from '../../contracts/addresses.ts'
import { systemContracts } from '../../contracts/genesis/systemContracts.ts'
import { type GenesisAlloc, keccak256 } from '../../execute/index.ts'

export const chainId = 900

const labelled = (label: string) => new Uint8Array(keccak256(Buffer.from(label)))
const addressOf = (label: string): Hex => `0x${Buffer.from(labelled(label).subarray(12)).toString('hex')}`

/** Accounts that send transactions and sign authorizations. */
export const keys = Array.from({ length: 10 }, (_, i) => labelled(`key ${i}`))
export const senders: Hex[] = keys.map((key) => createAddressFromPrivateKey(key).toString())

/** How many contracts a scenario deploys, each by the sender of its number with its first transaction. */
export const deployments = 4
export const deployed: Hex[] = senders
  .slice(0, deployments)
  .map((from) => getCreateAddress({ from, nonce: 0n }).toLowerCase() as Hex)

export const coinbase = addressOf('coinbase')

const historyStorage: Hex = '0x0000f90827f1c53a10cb7a02335b175320002935'

/** Those which anvil calls where a block wants it: of EIP-4788 it knows the header's field alone. */
const contracts = Object.entries(systemContracts).filter(([address]) => address !== addresses.beaconRoots)

/** What random code calls, reads, pays and delegates to. */
export const targets: Hex[] = [
  ...deployed,
  ...senders.slice(0, 6),
  coinbase,
  historyStorage,
  addressOf('nobody'),
  addressOf('one wei'),
  addressOf('returns'),
  addressOf('reverts'),
  addressOf('delegated'),
  addressOf('delegated to itself'),
  ...[0, 1, 2, 5, 8, 10, 17, 18, 256].map((n): Hex => `0x${n.toString(16).padStart(40, '0')}`),
]

const delegation = (to: Hex): Hex => `0xef0100${to.slice(2)}`

export const alloc: GenesisAlloc = {
  ...Object.fromEntries(contracts.map(([address, code]) => [address, { code, nonce: 1n }])),
  ...Object.fromEntries(senders.map((address) => [address, { balance: 10n ** 24n }])),
  [addressOf('one wei')]: { balance: 1n },
  // returns its calldata
  [addressOf('returns')]: { code: '0x365f5f37365ff3', nonce: 1n },
  // sstore(0, 1), then reverts with its calldata
  [addressOf('reverts')]: { code: '0x60015f55365f5f37365ffd', nonce: 1n, storage: { '0x05': '0x07' } },
  [addressOf('delegated')]: { code: delegation(deployed[0]!), nonce: 1n, balance: 10n ** 18n },
  [addressOf('delegated to itself')]: { code: delegation(addressOf('delegated to itself')), nonce: 1n },
}
