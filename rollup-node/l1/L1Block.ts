import type { Hex } from 'viem'

/** What a rollup needs to know of an L1 block. `timestamp` in unix seconds. */
export type L1Block = { number: bigint; hash: Hex; parentHash: Hex; timestamp: bigint; baseFeePerGas: bigint }
