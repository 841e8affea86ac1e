import { createTx, type TypedTransaction } from '@ethereumjs/tx'
import { createAddressFromPrivateKey } from '@ethereumjs/util'
import type { Hex } from 'viem'
import { systemContracts } from '../../contracts/genesis/systemContracts.ts'
import {
  type ChainRules,
  createChainRules,
  createGenesisBlock,
  type GenesisAccount,
  type GenesisAlloc,
  type Header,
  keccak256,
  type PayloadAttributes,
  type WorldState,
} from '../../execute/index.ts'
import { compile } from './compile.ts'

export const chainId = 901
export const gasLimit = 60_000_000n
const accountCount = 10_000
export const senderCount = 200

/** A chain at genesis: 10,000 accounts which all hold a token, a second token, a pool of both, and 200 funded senders. */
export type World = {
  fork: 'osaka' | 'amsterdam'
  alloc: GenesisAlloc
  rules: ChainRules
  parent: Header
  state: WorldState
  attributes: PayloadAttributes
  addresses: { token0: Hex; token1: Hex; pair: Hex; work: Hex }
  accounts: Hex[]
  senders: Hex[]
  sign(
    sender: number,
    fields: { to?: Hex; data?: Hex; value?: bigint; gasLimit?: bigint; nonce?: bigint },
  ): TypedTransaction
}

export const toHex = (bytes: Uint8Array): Hex => `0x${Buffer.from(bytes).toString('hex')}`
export const bytesOf = (hex: string) => new Uint8Array(Buffer.from(hex.slice(2), 'hex'))
export const word = (value: bigint | number | string) =>
  (typeof value === 'string' ? value.slice(2) : value.toString(16)).padStart(64, '0')
export const addressOf = (label: string) => toHex(keccak256(Buffer.from(label)).subarray(12))
const hash = (words: string) => toHex(keccak256(Buffer.from(words, 'hex')))

export function createWorld(root: string, fork: World['fork'] = 'osaka'): World {
  const codes = compile(root, ['Token', 'Pair', 'Work'])
  const keys = Array.from({ length: senderCount }, (_, i) => new Uint8Array(keccak256(Buffer.from(`sender ${i}`))))
  const senders = keys.map((key) => createAddressFromPrivateKey(key).toString())
  const accounts = Array.from({ length: accountCount }, (_, i) => addressOf(`account ${i}`))
  const addresses = {
    token0: addressOf('token 0'),
    token1: addressOf('token 1'),
    pair: addressOf('pair'),
    work: addressOf('work'),
  }
  const reserves = 10n ** 24n

  /** OpenZeppelin's layout: balances in slot 0, allowances in slot 1, the supply in slot 2. */
  function token(holders: readonly Hex[]): GenesisAccount {
    const storage: { [slot: Hex]: Hex } = {}
    const give = (holder: Hex, amount: bigint) => {
      storage[hash(word(holder) + word(0))] = `0x${word(amount)}`
    }
    for (const holder of holders) give(holder, 10n ** 18n)
    for (const holder of senders) {
      give(holder, 10n ** 21n)
      storage[hash(word(addresses.pair) + hash(word(holder) + word(1)).slice(2))] = `0x${word(10n ** 21n)}`
    }
    give(addresses.pair, reserves)
    storage[`0x${word(2)}`] = `0x${word(10n ** 26n)}`
    return { code: codes.Token, nonce: 1n, storage }
  }

  const pool: { [slot: Hex]: Hex } = {}
  pool[`0x${word(0)}`] = `0x${word(addresses.token0)}`
  pool[`0x${word(1)}`] = `0x${word(addresses.token1)}`
  pool[`0x${word(2)}`] = `0x${word((reserves << 112n) | reserves)}`
  const alloc: GenesisAlloc = {
    ...Object.fromEntries(Object.entries(systemContracts).map(([address, code]) => [address, { code, nonce: 1n }])),
    ...Object.fromEntries(accounts.map((address) => [address, { balance: 10n ** 18n }])),
    ...Object.fromEntries(senders.map((address) => [address, { balance: 10n ** 24n }])),
    [addresses.token0]: token(accounts),
    [addresses.token1]: token([]),
    [addresses.pair]: {
      code: codes.Pair,
      nonce: 1n,
      storage: pool,
    },
    [addresses.work]: { code: codes.Work, nonce: 1n },
  }
  const rules = createChainRules({ chainId, forks: { [fork]: 0 } })
  const genesis = createGenesisBlock({ timestamp: 1_700_000_000n, gasLimit, alloc }, rules)
  const parent = genesis.block.header
  return {
    fork,
    alloc,
    rules,
    parent,
    state: genesis.state,
    addresses,
    accounts,
    senders,
    attributes: {
      timestamp: parent.timestamp + 1n,
      prevRandao: new Uint8Array(32).fill(7),
      suggestedFeeRecipient: bytesOf(addressOf('coinbase')),
      parentBeaconBlockRoot: new Uint8Array(32).fill(9),
      gasLimit,
      withdrawals: [],
    },
    sign(sender, { to, data, value = 0n, gasLimit: gas = 21_000n, nonce = 0n }) {
      const fields = {
        type: 2,
        chainId,
        nonce,
        gasLimit: gas,
        maxFeePerGas: 10n ** 10n,
        maxPriorityFeePerGas: 1n,
        value,
        ...(to === undefined ? {} : { to }),
        ...(data === undefined ? {} : { data }),
      }
      return createTx(fields as never, { common: rules.common(parent.timestamp + 1n) }).sign(keys[sender]!)
    },
  }
}
