import { type Hex, hexToBytes, isAddressEqual } from 'viem'
import {
  type Clock,
  createExecutionNode,
  type ExecutionNode,
  type KeepingOptions,
  type Logger,
  type RpcLimits,
  type RpcMethods,
} from '../chain/index.ts'
import {
  createChainRules,
  type ForkSchedule,
  type GasSchedule,
  type GasScheduleName,
  type Genesis,
  gasScheduleOf,
} from '../execute/index.ts'
import { smaller } from './compare.ts'
import { RollupError } from './errors.ts'
import { infraAddress, infraKey } from './keys.ts'
import { type BlobSource, createRpcBlobSource } from './l1/BlobSource.ts'
import { createL1Client } from './l1/createL1Client.ts'
import { createHeadTracker } from './l1/HeadTracker.ts'
import type { L1Provider } from './l1/L1Provider.ts'
import { createRollupContract } from './l1/RollupContract.ts'
import { createPublisher } from './Publisher.ts'
import { createAgreement } from './sequencer/Agreement.ts'
import { createAnchors } from './sequencer/Anchors.ts'
import { createAttributes } from './sequencer/attributes.ts'
import { refusedMethods } from './sequencer/refusedMethods.ts'
import { restoreFromL1 } from './sequencer/restoreFromL1.ts'
import { settleablePayloadBytes } from './sequencer/settleable.ts'
import type { AdvanceResult, SettleMode } from './settler/Settler.ts'
import { type RollupStatus, rollupStatus } from './status.ts'

export type RollupNodeOptions = {
  chainId: number
  /** Name in logs: 'r1'. */
  name: string
  /** As L1's contract has it: createRollupGenesis. Its gas limit is that of every block. */
  genesis: Genesis
  l1: L1Provider
  l1ChainId: number
  settle: SettleMode
  /** @default { osaka: 0 } */
  forks?: ForkSchedule
  /** Seconds between blocks. Absent: a block whenever the pool holds a transaction. */
  blockTime?: number
  /** L1 accounts that pay for posting and settling. @default infraKey('batcher' | 'settler', chainId) */
  keys?: { batcher?: Hex; settler?: Hex }
  /** Accounts whose transactions the node signs (`eth_sendTransaction`). */
  privateKeys?: Hex[]
  /** RPC methods beside or instead of the node's own. */
  methods?: RpcMethods
  /** Sidecar of blob transactions: EIP-4844's blob proofs (cheaper to compute), or EIP-7594's cell proofs. @default 'blob' */
  blobSidecar?: 'blob' | 'cell'
  /** How many L1 blocks the anchor stays behind L1's head. @default 0 */
  anchorDepth?: number
  /** For how many L1 blocks EXECUTE can read a blob. @default 131072 */
  retentionBlocks?: number
  /** How L1's EXECUTE counts gas. @default 'reserve' */
  executeGas?: GasScheduleName | GasSchedule
  /** How long the rollup's chain is kept, and where. @default in memory: what L1 has of it is restored from there */
  keeping?: KeepingOptions
  rpc?: Partial<RpcLimits>
  /** ms between questions to an L1 that cannot call back. @default 200 */
  pollingInterval?: number
}

export type RollupNodeDeps = {
  clock: Clock
  logger: Logger
  /** Where posted blobs are read back after a restart. @default L1's `anvil_getBlobByHash` */
  blobs?: BlobSource
}

export type RollupNode = {
  node: ExecutionNode
  /** Begins sequencing, posting and settling. Resolves once it knows where the chains stand. Errors: POLICY_MISMATCH, WRONG_GENESIS. */
  start(): Promise<void>
  stop(): Promise<void>
  /** Settles what is sealed so far, at most `blocks`, whatever the settle mode. Empty when there was nothing to do. */
  advance(options?: { blocks?: number }): Promise<AdvanceResult[]>
  status(): RollupStatus
  /** Resolves when the data of all blocks up to `number` is on L1. */
  posted(number: bigint): Promise<void>
  /** Resolves when block `number` is finalized. */
  settled(number: bigint): Promise<void>
}

/** A whole rollup: an execution node that is told what to build on (the sequencer), and what brings its blocks to L1. */
export async function createRollupNode(options: RollupNodeOptions, deps: RollupNodeDeps): Promise<RollupNode> {
  const { chainId, name, genesis, l1, l1ChainId, settle } = options
  const { clock } = deps
  const log = (module: string) => deps.logger.child({ chain: name, module })
  const sequencer = infraAddress('sequencer', chainId)
  const feeRecipient = hexToBytes(sequencer)
  const forks = options.forks ?? { osaka: 0 }
  const executeGas = gasScheduleOf(options.executeGas ?? 'reserve')
  const rules = createChainRules({ chainId, forks })
  const blobs = deps.blobs ?? createRpcBlobSource(l1)

  const client = createL1Client(l1)
  const heads = createHeadTracker(
    { provider: l1, ...(options.pollingInterval && { pollingInterval: options.pollingInterval }) },
    { logger: log('l1') },
  )
  const anchors = createAnchors({ provider: l1, heads, depth: options.anchorDepth ?? 0 })
  const node = await createExecutionNode(
    {
      name,
      chainId,
      genesis,
      forks,
      mining: options.blockTime === undefined ? { mode: 'instant' } : { mode: 'interval', seconds: options.blockTime },
      attributes: createAttributes({ anchors, gasLimit: genesis.gasLimit, feeRecipient }),
      transactionTypes: [0, 1, 2, 4],
      limits: { payloadBytes: settleablePayloadBytes(genesis.gasLimit, executeGas), requests: false },
      recordWitness: true,
      ...options.keeping,
      methods: { ...refusedMethods(name), ...options.methods },
      ...(options.privateKeys && { privateKeys: options.privateKeys }),
      ...(options.rpc && { rpc: options.rpc }),
    },
    { clock, logger: deps.logger.child({ chain: name }) },
  )

  const contract = createRollupContract(client, chainId)
  const publisher = createPublisher(
    { node, provider: l1, client, contract, heads, anchors, blobs },
    {
      l1ChainId,
      settle,
      keys: {
        batcher: options.keys?.batcher ?? infraKey('batcher', chainId),
        settler: options.keys?.settler ?? infraKey('settler', chainId),
      },
      sidecar: options.blobSidecar ?? 'blob',
      retentionBlocks: options.retentionBlocks ?? 131_072,
      executeGas,
      isAmsterdam: (l1Time) => rules.isActive('amsterdam', l1Time),
    },
    { logger: deps.logger },
  )
  const { record, settler } = publisher
  const agreement = createAgreement({ node, client, contract, heads, anchors, blobs }, { logger: log('sequencer') })

  async function assertPolicy(): Promise<void> {
    const policy = await contract.policy()
    const expected = { chainId: BigInt(chainId), gasLimit: genesis.gasLimit, sequencer }
    const same =
      policy.chainId === expected.chainId &&
      policy.gasLimit === expected.gasLimit &&
      isAddressEqual(policy.sequencer, sequencer)
    if (same) return
    throw new RollupError('POLICY_MISMATCH', `L1's contract for chain ${chainId} has another policy than ${name}`, {
      value: expected,
      expected: policy,
      hint: 'boot L1 with the genesis made for this rollup, or configure the rollup as L1 knows it',
    })
  }

  return {
    node,
    async start() {
      await heads.start()
      await assertPolicy()
      await restoreFromL1(
        { node, rules, client, contract, heads, blobs, feeRecipient, gasLimit: genesis.gasLimit },
        { logger: log('sequencer') },
      )
      await agreement.start()
      await publisher.start()
      node.start()
    },
    async stop() {
      heads.stop()
      await agreement.stop()
      await publisher.stop()
      await node.close()
    },
    advance({ blocks } = {}) {
      const head = node.head().block.header.number
      const last = blocks === undefined ? head : record.settled().number + BigInt(blocks)
      return settler.settle(smaller(last, head))
    },
    status: () => rollupStatus(node, record, settler),
    posted: (number) => reached(() => record.lastPosted(), number),
    settled: (number) => reached(() => record.settled().number, number),
  }

  function reached(position: () => bigint, number: bigint): Promise<void> {
    if (position() >= number) return Promise.resolve()
    return new Promise((resolve) => {
      const stopListening = record.onChange(() => {
        if (position() < number) return
        stopListening()
        resolve()
      })
    })
  }
}
