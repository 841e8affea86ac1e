import type { TypedTransaction } from '@ethereumjs/tx'
import type { Hex } from 'viem'
import { keccak256 } from '../../execute/index.ts'
import { senderCount, toHex, type World, word } from './World.ts'

/** A block to execute; `aim` is how many times as fast as stock EthereumJS it should be. */
export type Workload = { name: string; aim?: number; transactions: TypedTransaction[] }

const selector = (signature: string): Hex => toHex(keccak256(Buffer.from(signature)).subarray(0, 4))
const call = (signature: string, ...args: (bigint | number | string)[]): Hex =>
  `${selector(signature)}${args.map(word).join('')}`

const perTransaction = 250

export function createWorkloads({ sign, accounts, addresses }: World): Workload[] {
  const { token0, pair, work } = addresses
  const each = (count: number, make: (index: number) => TypedTransaction) =>
    Array.from({ length: count }, (_, i) => make(i))
  const other = (index: number) => accounts[(index * 37) % accounts.length]!
  const loop = (signature: string) => [sign(0, { to: work, data: call(signature), gasLimit: 15_000_000n })]
  return [
    {
      name: '200 transfers',
      aim: 12,
      transactions: each(senderCount, (i) => sign(i, { to: other(i), value: 1_000n + BigInt(i) })),
    },
    {
      name: '200 ERC-20 transfers',
      aim: 10,
      transactions: each(senderCount, (i) =>
        sign(i, { to: token0, data: call('transfer(address,uint256)', other(i), 1_000 + i), gasLimit: 100_000n }),
      ),
    },
    {
      name: '50 swaps',
      transactions: each(50, (i) =>
        sign(i, {
          to: pair,
          data: call('swap(bool,uint256,uint256,address)', i % 2, 10n ** 18n + BigInt(i), 1, other(i)),
          gasLimit: 300_000n,
        }),
      ),
    },
    {
      name: '1,000 fresh storage writes',
      aim: 20,
      transactions: each(4, (i) =>
        sign(i, {
          to: work,
          data: call('write(uint256,uint256)', 1_000 + i * perTransaction, perTransaction),
          gasLimit: 7_000_000n,
        }),
      ),
    },
    { name: 'arithmetic loop', aim: 5, transactions: loop('arithmetic()') },
    { name: 'keccak256 loop', aim: 5, transactions: loop('hashing()') },
    { name: 'mulmod loop', aim: 5, transactions: loop('modular()') },
  ]
}
