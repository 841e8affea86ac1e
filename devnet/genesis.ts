import { parseEther } from 'viem'
import type { DevnetConfig, RollupConfig } from '../configs/index.ts'
import { l1Alloc } from '../contracts/index.ts'
import type { ForkSchedule, Genesis } from '../execute/index.ts'
import { createRollupGenesis, infraAddress, rollupGenesisHash } from '../rollup-node/index.ts'
import { devAccounts } from './accounts.ts'

/** L1's forks, which are the rollups' too. */
export function forksOf({ l1 }: Pick<DevnetConfig, 'l1'>): ForkSchedule {
  return { osaka: 0, ...(l1.amsterdam !== undefined && { amsterdam: l1.amsterdam }) }
}

const fortune = parseEther('10000')
const userBalances = Object.fromEntries(devAccounts.map(({ address }) => [address, fortune]))

/** What a rollup begins with: the development accounts and the relayer have ETH, all of it backed on L1. */
export function rollupGenesis(config: DevnetConfig, { gasLimit }: Pick<RollupConfig, 'gasLimit'>): Genesis {
  return createRollupGenesis({
    l1ChainId: config.l1.chainId,
    gasLimit: BigInt(gasLimit),
    balances: rollupBalances(),
  })
}

/**
 * What L1 begins with: contracts, the rollups' genesis hashes, accounts. The same configuration gives the same genesis,
 * whoever computes it: that is how parts in different processes agree.
 */
export async function l1Genesis(config: DevnetConfig): Promise<Genesis> {
  const circulating = Object.values(rollupBalances()).reduce((sum, balance) => sum + balance, 0n)
  const rollups = await Promise.all(
    config.rollups.map(async (rollup) => ({
      chainId: rollup.chainId,
      gasLimit: BigInt(rollup.gasLimit),
      sequencer: infraAddress('sequencer', rollup.chainId),
      genesisHash: await rollupGenesisHash(rollupGenesis(config, rollup), rollup.chainId, forksOf(config)),
      genesisTimestamp: 0n,
      circulating,
    })),
  )
  const infrastructure = config.rollups.flatMap(({ chainId }) => [
    infraAddress('batcher', chainId),
    infraAddress('settler', chainId),
  ])
  const balances = {
    ...userBalances,
    ...Object.fromEntries([...infrastructure, infraAddress('relayer', 0)].map((address) => [address, fortune])),
  }
  return {
    timestamp: 0n,
    gasLimit: BigInt(config.l1.gasLimit),
    baseFeePerGas: 1_000_000_000n,
    alloc: l1Alloc({ balances, rollups }),
  }
}

function rollupBalances() {
  return { ...userBalances, [infraAddress('relayer', 0)]: fortune }
}
