import { createTx, type TypedTransaction } from '@ethereumjs/tx'
import { createAddressFromPrivateKey } from '@ethereumjs/util'
import { keccak256 } from '../crypto/keccak256.ts'
import { type ChainRules, createChainRules } from '../rules/createChainRules.ts'
import type { PayloadAttributes, SealedBlock } from '../types/BlockBuilder.ts'
import type { ForkSchedule } from '../types/Fork.ts'
import type { GenesisAccount, GenesisAlloc } from '../types/Genesis.ts'
import type { Hex } from '../types/Hex.ts'
import type { Precompile } from '../types/Precompile.ts'
import { systemContracts } from './constants.ts'
import { createBlockBuilder } from './createBlockBuilder.ts'
import { createGenesisBlock } from './createGenesisBlock.ts'
import { type StateTransitionOptions, stateTransition } from './stateTransition.ts'

export const hex = (bytes: Uint8Array): Hex => `0x${Buffer.from(bytes).toString('hex')}`
export const bytesOf = (value: string) => new Uint8Array(Buffer.from(value.replace(/^0x/, ''), 'hex'))
export const word = (value: bigint | number) => value.toString(16).padStart(64, '0')
export const addressOf = (label: string) => hex(keccak256(Buffer.from(label)).subarray(12))

/** A generator of numbers (mulberry32) whose failing seed fails again. */
export function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

/** Ten accounts with ETH. */
export const keys = Array.from({ length: 10 }, (_, i) => new Uint8Array(keccak256(Buffer.from(`key ${i}`))))
export const senders = keys.map((key) => createAddressFromPrivateKey(key).toString())

/** Runtime codes, each written out in the comment above it. */
export const codes = hexes({
  // for (i = 0; i < calldatasize; i += 64) sstore(calldata[i], calldata[i + 32])
  store: '0x5f5b368110156017578060200135813555604001600156' + '5b00',
  // the same, then revert
  storeAndRevert: '0x5f5b368110156017578060200135813555604001600156' + '5b5f5ffd',
  // selfdestruct(calldata[0])
  destroy: '0x5f35ff',
  // sstore(0, blockhash(calldata[0]))
  blockHash: '0x5f35405f5500',
  // sstore(1, extcodesize(calldata[0]))
  codeSize: '0x5f353b60015500',
  // sstore(create(0, 0, calldata), 1)
  create: '0x365f5f37365f5ff0600190555f00',
  // calldata is an address and then input: staticcall it with all gas; return success ‖ output
  staticCall: '0x6020360360205f376020360360205f375f5f602036035f5f355afa5f5260205ff3',
})

function hexes<Name extends string>(values: { [name in Name]: string }): { [name in Name]: Hex } {
  return values as { [name in Name]: Hex }
}

const beaconRootsCode: Hex =
  '0x3373fffffffffffffffffffffffffffffffffffffffe14604b57602036146024575f5ffd5b5f358015604757611fff810690815414603b575f5ffd5b611fff01545f5260205ff35b5f5ffd5b611fff42064281555f3590611fff015500'
const historyStorageCode: Hex =
  '0x3373fffffffffffffffffffffffffffffffffffffffe14604657602036036042575f35600143038111604257611fff81430311604257611fff9006545f5260205ff35b5f5ffd5b5f35611fff60014303065500'

/** EIP-4788's and EIP-2935's contracts as they are; those for requests do nothing. */
export const systemAlloc: GenesisAlloc = {
  ...Object.fromEntries(
    Object.values(systemContracts).map((address) => [
      hex(address),
      { code: '0x00', nonce: 1n } satisfies GenesisAccount,
    ]),
  ),
  [hex(systemContracts.beaconRoots)]: { code: beaconRootsCode, nonce: 1n },
  [hex(systemContracts.historyStorage)]: { code: historyStorageCode, nonce: 1n },
}

export type TestChain = {
  rules: ChainRules
  blocks: SealedBlock[]
  head(): SealedBlock
  getBlockHash(number: bigint): Uint8Array | undefined
  builder(attributes?: Partial<PayloadAttributes>): ReturnType<typeof createBlockBuilder>
  /** Seals a block with those of the transactions that can be included, and answers which could not. */
  seal(
    transactions?: TypedTransaction[],
    attributes?: Partial<PayloadAttributes>,
  ): Promise<SealedBlock & { refused: unknown[] }>
  /** Executes the head again, on the state of its parent or on another. */
  verify(changes?: Partial<StateTransitionOptions>): Promise<SealedBlock>
  sign(key: number, fields: Record<string, unknown>): TypedTransaction
}

/** A chain with ETH for `senders`, the contracts given and a hundred further accounts, so that the trie has some depth. */
export function createTestChain(
  options: { forks?: ForkSchedule; alloc?: GenesisAlloc; precompiles?: Precompile[]; gasLimit?: bigint } = {},
): TestChain {
  const { forks = { osaka: 0 }, alloc = {}, precompiles = [], gasLimit = 30_000_000n } = options
  const rules = createChainRules({ chainId: 901, forks })
  const genesis = createGenesisBlock(
    {
      timestamp: 1000n,
      gasLimit,
      alloc: {
        ...systemAlloc,
        ...Object.fromEntries(Array.from({ length: 100 }, (_, i) => [addressOf(`filler ${i}`), { balance: 1n }])),
        ...Object.fromEntries(senders.map((address) => [address, { balance: 10n ** 20n }])),
        ...alloc,
      },
    },
    rules,
  )
  const blocks: SealedBlock[] = [{ ...genesis, receipts: [], requests: [] }]
  const head = () => blocks.at(-1)!
  const getBlockHash = (number: bigint) => blocks[Number(number)]?.hash
  const getHeader = (number: bigint) => blocks[Number(number)]?.block.header
  const common = { rules, getBlockHash, getHeader, precompiles, recordWitness: true }

  function builder(attributes: Partial<PayloadAttributes> = {}) {
    const parent = head()
    return createBlockBuilder({
      ...common,
      parent: parent.block.header,
      parentState: parent.state,
      attributes: {
        timestamp: parent.block.header.timestamp + 1n,
        prevRandao: new Uint8Array(32).fill(7),
        suggestedFeeRecipient: bytesOf(addressOf('coinbase')),
        parentBeaconBlockRoot: new Uint8Array(32).fill(9),
        gasLimit,
        withdrawals: [],
        ...attributes,
      },
    })
  }

  return {
    rules,
    blocks,
    head,
    getBlockHash,
    builder,
    async seal(transactions = [], attributes = {}) {
      const building = await builder(attributes)
      const refused: unknown[] = []
      for (const transaction of transactions)
        await building.add(transaction).catch((error: unknown) => refused.push(error))
      const sealed = await building.seal()
      blocks.push(sealed)
      return { ...sealed, refused }
    },
    verify(changes = {}) {
      const parent = blocks.at(-2)!
      return stateTransition({
        ...common,
        parent: parent.block.header,
        parentState: parent.state,
        block: head().block,
        ...changes,
      })
    },
    sign(key, fields) {
      const timestamp = head().block.header.timestamp + 1n
      const defaults = {
        type: 2,
        chainId: rules.chainId,
        gasLimit: 1_000_000n,
        maxFeePerGas: 10n ** 11n,
        maxPriorityFeePerGas: 1n,
      }
      const fees = fields.type === 0 ? { type: 0, gasLimit: 1_000_000n, gasPrice: 10n ** 11n } : defaults
      return createTx({ ...fees, ...fields } as never, { common: rules.common(timestamp) }).sign(keys[key]!)
    },
  }
}
