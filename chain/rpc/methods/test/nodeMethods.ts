import { randomBytes } from 'node:crypto'
import type { Backend } from '../../../Backend.ts'
import { toHex, toQuantity } from '../../../hex.ts'
import { bool, readParameters } from '../../parameters.ts'
import { RpcError, rpcCodes } from '../../RpcError.ts'
import type { RpcMethod, RpcMethods } from '../../router.ts'
import { suggestedTip } from '../eth/feeMethods.ts'
import { clientVersion } from '../web3Methods.ts'
import type { Snapshot } from './historyMethods.ts'

/** What the node says of itself, and what it has no use for. */
export function createNodeMethods(
  { store, rules, chainId, fees }: Backend,
  snapshots: ReadonlyMap<bigint, Snapshot>,
): RpcMethods {
  const instanceId = toHex(randomBytes(32))
  const refuse =
    (reason: string): RpcMethod =>
    async () => {
      throw new RpcError(rpcCodes.methodNotSupported, reason)
    }

  return {
    async nodeInfo(params) {
      readParameters(params, {})
      const { block, hash } = store.head()
      const { number, timestamp, gasLimit } = block.header
      const { baseFee } = fees()
      return {
        currentBlockNumber: toQuantity(number),
        currentBlockTimestamp: Number(timestamp),
        currentBlockHash: toHex(hash),
        hardFork: rules.forkAt(timestamp),
        transactionOrder: 'fees',
        environment: {
          baseFee: toQuantity(baseFee),
          chainId,
          gasLimit: toQuantity(gasLimit),
          gasPrice: toQuantity(baseFee + suggestedTip),
        },
        forkConfig: { forkUrl: null, forkBlockNumber: null, forkRetryBackoff: null },
      }
    },
    async getGenesisTime(params) {
      readParameters(params, {})
      return Number(store.genesis.block.header.timestamp)
    },
    async metadata(params) {
      readParameters(params, {})
      const { block, hash } = store.head()
      return {
        clientVersion,
        chainId,
        instanceId,
        latestBlockNumber: Number(block.header.number),
        latestBlockHash: toHex(hash),
        forkedNetwork: null,
        snapshots: Object.fromEntries(
          [...snapshots].map(([id, { head }]) => [
            toQuantity(id),
            [Number(head.block.header.number), toHex(head.hash)],
          ]),
        ),
      }
    },
    /** Accepted, because scripts for Hardhat call it: this node never logs transactions to its users' terminal. */
    async setLoggingEnabled(params) {
      readParameters(params, { enabled: bool })
      return null
    },
    setRpcUrl: refuse('this chain forks no other: there is no upstream RPC to set'),
    setChainId: refuse('the chain id is part of every signature and fixed: configure it before the devnet starts'),
    enableTraces: refuse('traces need no switch: use debug_traceTransaction'),
    addCompilationResult: async () => false,
  }
}
