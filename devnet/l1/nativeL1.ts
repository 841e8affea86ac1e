import { createExecutionNode, type ExecutionNode } from '../../chain/index.ts'
import { createExecutePrecompile, createThreadedExecutor } from '../../execute/index.ts'
import { devAccounts } from '../accounts.ts'
import { executeAhead } from './executeAhead.ts'
import { executeGasMethods } from './executeGasMethods.ts'
import { executeGasInWords, executeGasOf } from './executeGasOf.ts'
import type { L1Engine } from './L1Engine.ts'

/** Our own execution node, with EXECUTE in its EVM. */
export const nativeL1: L1Engine = async ({ config, genesis, forks, settlements, keeping, rpc }, { clock, logger }) => {
  const executor = createThreadedExecutor({
    onUnavailable: (error) => logger.warn({ error }, 'EXECUTE runs in the main thread: no other can be started'),
  })
  const { execute } = executor
  const gas = executeGasOf(config)
  const node: ExecutionNode = await createExecutionNode(
    {
      name: 'l1',
      chainId: config.chainId,
      genesis,
      forks,
      mining: { mode: 'interval', seconds: config.slot },
      precompiles: (readBlob) => [createExecutePrecompile({ schedule: forks, readBlob, gas, execute })],
      precompileRules: executeGasInWords(config),
      blobs: {},
      dumps: true,
      methods: executeGasMethods(gas, () => node),
      ...keeping,
      ...(rpc && { rpc }),
      privateKeys: devAccounts.map(({ privateKey }) => privateKey),
    },
    { clock, logger },
  )
  return {
    request: node.request,
    subscribe: (onHead) => node.onHead(() => onHead()),
    listen: ({ host, port, allowedHosts = [], allowedOrigins = [] }) =>
      node.listen({ host, port, allowedHosts: [...allowedHosts], allowedOrigins: [...allowedOrigins] }),
    startSlots() {
      executeAhead(node, settlements, clock)
      node.start()
    },
    async stop() {
      // The executor first: a block that waits for it would keep the node from closing.
      await executor.close()
      await node.close()
    },
  }
}
