import { type Address, bytesToHex, type Hex } from 'viem'
import { l2Alloc } from '../contracts/index.ts'
import { createChainRules, createGenesisBlock, type ForkSchedule, type Genesis } from '../execute/index.ts'

const DEFAULT_GAS_LIMIT = 10_000_000n

export type RollupGenesisOptions = {
  l1ChainId: number
  /** wei by address; L1's lockbox must hold their sum. */
  balances: Record<Address, bigint>
  /** Of every block. @default 10_000_000n */
  gasLimit?: bigint
  /** Unix seconds. @default 0n */
  timestamp?: bigint
}

/** What a rollup begins with: predeploys, system contracts, prefunded accounts. Its chain id is no part of it. */
export function createRollupGenesis(options: RollupGenesisOptions): Genesis {
  const { l1ChainId, balances, gasLimit = DEFAULT_GAS_LIMIT, timestamp = 0n } = options
  return { timestamp, gasLimit, alloc: l2Alloc({ l1ChainId, balances }) }
}

/** Hash of the genesis block: what the rollup's L1 contract takes as its first head. */
export async function rollupGenesisHash(genesis: Genesis, chainId: number, forks: ForkSchedule): Promise<Hex> {
  const rules = createChainRules({ chainId: BigInt(chainId), forks })
  return bytesToHex((await createGenesisBlock(genesis, rules)).hash)
}
