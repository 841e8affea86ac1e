import pino from 'pino'
import { type Address, parseEther } from 'viem'
import {
  type Clock,
  createClock,
  createExecutionNode,
  createKzg,
  type ExecutionNode,
  type Mining,
} from '../../chain/index.ts'
import { l1Alloc } from '../../contracts/index.ts'
import { createExecutePrecompile, type Genesis } from '../../execute/index.ts'
import { createRollupGenesis, rollupGenesisHash } from '../genesis.ts'
import { infraAddress, infraKey } from '../keys.ts'
import type { L1Provider } from '../l1/L1Provider.ts'
import { createRollupNode, type RollupNode, type RollupNodeOptions } from '../RollupNode.ts'

export const L1_CHAIN_ID = 900

/** Held open for all tests of a file: the set-up takes seconds. */
const kzg = createKzg()

export type TestNetwork = {
  l1: ExecutionNode
  provider: L1Provider
  rollups: RollupNode[]
  genesis: Genesis
  logger: pino.Logger
  clock: Clock
  /** Funded on every chain; the nodes sign for it. */
  user: Address
  /** A further node for a rollup, as another process would start it. */
  createRollup(options?: Partial<RollupNodeOptions>, clock?: Clock): Promise<RollupNode>
  stop(): Promise<void>
}

/** An L1 with EXECUTE and rollups in this process: the same parts that run in a devnet. Sealed L1 transactions at once, by default. */
export async function createTestNetwork(
  options: { rollups?: number; l1Mining?: Mining; start?: boolean } & Partial<RollupNodeOptions> = {},
): Promise<TestNetwork> {
  const { rollups: count = 1, l1Mining = { mode: 'instant' }, start = true, ...rollupOptions } = options
  const { forks = { osaka: 0 }, executeGas = 'reserve' } = rollupOptions
  await kzg.warm()
  const logger = pino({ level: process.env.LOG_LEVEL ?? 'silent' })
  const clock = createClock()
  const user = infraAddress('relayer', 0)
  const genesis = createRollupGenesis({ l1ChainId: L1_CHAIN_ID, balances: { [user]: parseEther('1000') } })
  const chainIds = Array.from({ length: count }, (_, index) => 901 + index)

  const l1 = await createExecutionNode(
    {
      name: 'l1',
      chainId: L1_CHAIN_ID,
      genesis: {
        timestamp: 0n,
        gasLimit: 60_000_000n,
        alloc: l1Alloc({
          balances: Object.fromEntries(
            [user, ...chainIds.flatMap((id) => [infraAddress('batcher', id), infraAddress('settler', id)])].map(
              (address) => [address, parseEther('1000')],
            ),
          ),
          rollups: await Promise.all(
            chainIds.map(async (chainId) => ({
              chainId,
              gasLimit: genesis.gasLimit,
              sequencer: infraAddress('sequencer', chainId),
              genesisHash: await rollupGenesisHash(genesis, chainId, forks),
              genesisTimestamp: genesis.timestamp,
              circulating: parseEther('1000'),
            })),
          ),
        }),
      },
      forks,
      mining: l1Mining,
      blobs: {},
      precompiles: (readBlob) => [createExecutePrecompile({ schedule: forks, readBlob, gas: executeGas })],
    },
    { clock, logger },
  )
  l1.start()

  const provider: L1Provider = { request: l1.request, subscribe: (onHead) => l1.onHead(() => onHead()) }
  const createRollup: TestNetwork['createRollup'] = (overrides = {}, rollupClock = clock) =>
    createRollupNode(
      {
        chainId: 901,
        name: 'r1',
        genesis,
        l1: provider,
        l1ChainId: L1_CHAIN_ID,
        settle: 'auto',
        privateKeys: [infraKey('relayer', 0)],
        ...rollupOptions,
        ...overrides,
      },
      { clock: rollupClock, logger },
    )
  const rollups = await Promise.all(chainIds.map((chainId, index) => createRollup({ chainId, name: `r${index + 1}` })))
  if (start) for (const rollup of rollups) await rollup.start()

  return {
    l1,
    provider,
    rollups,
    genesis,
    logger,
    clock,
    user,
    createRollup,
    async stop() {
      for (const rollup of rollups) await rollup.stop()
      await l1.close()
    },
  }
}
