import type { RpcMethods } from '../../chain/index.ts'
import type { DevnetConfig, RollupConfig } from '../../configs/index.ts'
import { addresses } from '../../contracts/index.ts'
import { createRollupNode, type L1Provider, type RollupNode } from '../../rollup-node/index.ts'
import { devAccounts } from '../accounts.ts'
import { parameters, parse } from '../control/parameters.ts'
import { toJson } from '../control/toJson.ts'
import { forksOf, rollupGenesis } from '../genesis.ts'
import { executeGasOf } from '../l1/executeGasOf.ts'
import type { RunningChain } from '../network/Network.ts'
import { inStateDir } from './inStateDir.ts'
import { listenAt } from './listenAt.ts'
import { rpcLimits } from './rpcLimits.ts'
import type { PartDeps } from './startL1.ts'

export type RunningRollup = RunningChain & { stop(): Promise<void> }

/** Starts a rollup of a configuration against an L1 that answers. */
export async function startRollup(
  config: DevnetConfig,
  rollup: RollupConfig,
  l1: L1Provider,
  { clock, loggers }: PartDeps,
): Promise<RunningRollup> {
  const { name, chainId, settle, blockTime, blobSidecar } = rollup
  const node = await inStateDir(config, name, async (keeping) => {
    const created: RollupNode = await createRollupNode(
      {
        name,
        chainId,
        genesis: rollupGenesis(config, rollup),
        forks: forksOf(config),
        l1,
        l1ChainId: config.l1.chainId,
        settle,
        blobSidecar,
        executeGas: executeGasOf(config.l1),
        ...(blockTime > 0 && { blockTime }),
        keeping,
        rpc: rpcLimits(config),
        privateKeys: devAccounts.map(({ privateKey }) => privateKey),
        methods: rollupMethods(() => created),
      },
      { clock, logger: loggers.of(name) },
    )
    try {
      await created.start()
      return created
    } catch (error) {
      await created.stop()
      throw error
    }
  })
  return {
    name,
    chainId,
    kind: 'rollup',
    contracts: rollupContracts,
    request: node.node.request,
    subscribe: (onHead) => node.node.onHead(() => onHead()),
    listen: listenAt(config, name, 'rollup.port', ({ host, port, allowedHosts = [], allowedOrigins = [] }) =>
      node.node.listen({ host, port, allowedHosts: [...allowedHosts], allowedOrigins: [...allowedOrigins] }),
    ),
    stop: node.stop,
  }
}

const { l1Origin, remoteRoots, outbox, gateway, ethVault, multicall3, create2Factory } = addresses

/** Contracts of every rollup that its users call, by name. */
export const rollupContracts = { gateway, outbox, l1Origin, remoteRoots, ethVault, multicall3, create2Factory }

/** What a rollup's RPC answers beside Ethereum's methods. */
function rollupMethods(node: () => RollupNode): RpcMethods {
  return {
    async nativeroll_advance(params) {
      const [{ blocks } = {}] = parse(parameters.advanceRollup, params)
      return toJson(await node().advance(blocks === undefined ? {} : { blocks }))
    },
    async nativeroll_rollupStatus(params) {
      parse(parameters.nothing, params)
      return toJson(node().status())
    },
  }
}
