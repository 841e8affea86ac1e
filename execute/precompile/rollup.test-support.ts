import {
  createAccessList2930Tx,
  createEOACode7702Tx,
  createFeeMarket1559Tx,
  createLegacyTx,
  type TypedTransaction,
} from '@ethereumjs/tx'
import { createAddressFromPrivateKey, eoaCode7702SignAuthorization } from '@ethereumjs/util'
import { keccak256 } from '../crypto/keccak256.ts'
import { quantityToBytes } from '../rlp/quantity.ts'
import { type ChainRules, createChainRules } from '../rules/createChainRules.ts'
import type { SchemaInput } from '../ssz/statelessInput.ts'
import { schemaIdOf, statelessInputOf } from '../ssz/statelessInputOf.ts'
import { systemContracts } from '../transition/constants.ts'
import { createBlockBuilder } from '../transition/createBlockBuilder.ts'
import { createGenesisBlock } from '../transition/createGenesisBlock.ts'
import type { PayloadAttributes, SealedBlock } from '../types/BlockBuilder.ts'
import type { ForkSchedule } from '../types/Fork.ts'
import type { Hex } from '../types/Hex.ts'

/** Private keys of two accounts with ETH. */
export const keys = [new Uint8Array(32).fill(0x11), new Uint8Array(32).fill(0x22)] as const
export const addresses = keys.map(createAddressFromPrivateKey)

/** Adds one to slot 0, logs, and reads the hash of the grandparent: so a call touches storage, code and an old header. */
const counter: Hex = '0x00000000000000000000000000000000000c0de0'
const counterCode: Hex = '0x5f54600101 5f55 5f5fa0 6002430340 5000'.replaceAll(' ', '') as Hex

const hex = (bytes: Uint8Array): Hex => `0x${Buffer.from(bytes).toString('hex')}`
const stop = { code: '0x00' as Hex, nonce: 1n }

export type TestRollup = {
  rules: ChainRules
  blocks: SealedBlock[]
  /** Seals a block one second after the last, with a transaction of each kind. */
  seal(transactions?: TypedTransaction[], attributes?: Partial<PayloadAttributes>): Promise<SealedBlock>
  inputOf(sealed: SealedBlock): SchemaInput
}

export const GENESIS_TIME = 1_700_000_000n
export const GAS_LIMIT = 10_000_000n

/** A chain with funded accounts, a contract, and system contracts that do nothing. */
export function createTestRollup({ chainId = 901n, forks = { osaka: 0 } as ForkSchedule } = {}): TestRollup {
  const rules = createChainRules({ chainId, forks })
  const { block, hash, state } = createGenesisBlock(
    {
      timestamp: GENESIS_TIME,
      gasLimit: GAS_LIMIT,
      alloc: {
        ...Object.fromEntries(addresses.map((address) => [address.toString(), { balance: 10n ** 20n }])),
        ...Object.fromEntries(
          Array.from({ length: 40 }, (_, i) => [hex(keccak256(Uint8Array.of(i)).subarray(12)), { balance: 1n }]),
        ),
        ...Object.fromEntries(Object.values(systemContracts).map((address) => [hex(address), stop])),
        [counter]: { code: counterCode, nonce: 1n, storage: { '0x00': '0x05' } },
      },
    },
    rules,
  )
  const blocks: SealedBlock[] = [{ block, hash, state, receipts: [], requests: [] }]

  return {
    rules,
    blocks,
    async seal(transactions = [], attributes = {}) {
      const parent = blocks.at(-1)!
      const builder = await createBlockBuilder({
        rules,
        parent: parent.block.header,
        parentState: parent.state,
        attributes: {
          timestamp: parent.block.header.timestamp + 1n,
          prevRandao: new Uint8Array(32).fill(1),
          suggestedFeeRecipient: new Uint8Array(20).fill(0xfe),
          parentBeaconBlockRoot: new Uint8Array(32).fill(2),
          gasLimit: GAS_LIMIT,
          withdrawals: [],
          ...attributes,
        },
        getBlockHash: (number) => blocks[Number(number)]?.hash,
        getHeader: (number) => blocks[Number(number)]?.block.header,
        recordWitness: true,
      })
      for (const transaction of transactions) await builder.add(transaction)
      const sealed = await builder.seal()
      blocks.push(sealed)
      return sealed
    },
    inputOf: (sealed) => ({ schemaId: schemaIdOf(sealed.block.header), input: statelessInputOf(sealed, chainId) }),
  }
}

/** One transaction of each allowed kind but EIP-7702's: a transfer to a new account, two calls of the counter. */
export function transactionsFor({ rules, blocks }: TestRollup, nonce = 0n): TypedTransaction[] {
  const common = rules.common(blocks.at(-1)!.block.header.timestamp + 1n)
  const fees = { maxFeePerGas: 10n ** 10n, maxPriorityFeePerGas: 10n ** 8n }
  const to = '0x00000000000000000000000000000000000beef0'
  return [
    createLegacyTx({ nonce, gasPrice: 10n ** 10n, gasLimit: 400_000n, to, value: 5n }, { common }).sign(keys[0]),
    createFeeMarket1559Tx({ nonce, ...fees, gasLimit: 400_000n, to: counter, chainId: rules.chainId }, { common }).sign(
      keys[1],
    ),
    createAccessList2930Tx(
      { nonce: nonce + 1n, gasPrice: 10n ** 10n, gasLimit: 400_000n, to: counter, chainId: rules.chainId },
      { common },
    ).sign(keys[1]),
  ]
}

/** After those: a contract creation, and a transaction that delegates its sender to the counter (EIP-7702) and calls it. */
export function rareTransactionsFor({ rules, blocks }: TestRollup, nonces = [1n, 2n] as const): TypedTransaction[] {
  const common = rules.common(blocks.at(-1)!.block.header.timestamp + 1n)
  const fees = { chainId: rules.chainId, maxFeePerGas: 10n ** 10n, maxPriorityFeePerGas: 1n, gasLimit: 900_000n }
  const authorization = eoaCode7702SignAuthorization(
    { chainId: hex(quantityToBytes(rules.chainId)), address: counter, nonce: hex(quantityToBytes(nonces[1] + 1n)) },
    keys[1],
  )
  return [
    // returns its own first two bytes as code
    createFeeMarket1559Tx({ ...fees, nonce: nonces[0], data: '0x60025f5f3960025ff3' }, { common }).sign(keys[0]),
    createEOACode7702Tx(
      { ...fees, nonce: nonces[1], to: addresses[1]!, authorizationList: [authorization] },
      { common },
    ).sign(keys[1]),
  ]
}

/** Three blocks, the last one with transactions. */
export async function sealedChain(
  options?: Parameters<typeof createTestRollup>[0],
): Promise<TestRollup & { last: SealedBlock }> {
  const rollup = createTestRollup(options)
  await rollup.seal()
  await rollup.seal()
  return { ...rollup, last: await rollup.seal(transactionsFor(rollup)) }
}
