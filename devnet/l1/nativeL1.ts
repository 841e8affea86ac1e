import { createExecutionNode } from '../../chain/index.ts'
import { createExecutePrecompile } from '../../execute/index.ts'
import { devAccounts } from '../accounts.ts'
import type { L1Engine } from './L1Engine.ts'

/** Our own execution node, with EXECUTE in its EVM. */
export const nativeL1: L1Engine = async ({ config, genesis, forks }, deps) => {
  const node = await createExecutionNode(
    {
      name: 'l1',
      chainId: config.chainId,
      genesis,
      forks,
      mining: { mode: 'interval', seconds: config.slot },
      precompiles: (readBlob) => [createExecutePrecompile({ schedule: forks, readBlob, gas: config.executeGas })],
      blobs: {},
      privateKeys: devAccounts.map(({ privateKey }) => privateKey),
    },
    deps,
  )
  return {
    request: node.request,
    subscribe: (onHead) => node.onBlock(() => onHead()),
    listen: ({ host, port, allowedHosts = [], allowedOrigins = [] }) =>
      node.listen({ host, port, allowedHosts: [...allowedHosts], allowedOrigins: [...allowedOrigins] }),
    startSlots: node.start,
    stop: node.close,
  }
}
