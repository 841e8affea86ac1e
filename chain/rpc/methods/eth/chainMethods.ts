import type { Backend } from '../../../Backend.ts'
import { toHex, toQuantity } from '../../../hex.ts'
import type { RpcMethods } from '../../router.ts'

/** What chain this is and how far it has come. */
export function createChainMethods({ chainId, store, producer }: Backend): RpcMethods {
  return {
    eth_chainId: async () => toQuantity(chainId),
    eth_blockNumber: async () => toQuantity(store.head().block.header.number),
    eth_syncing: async () => false,
    eth_protocolVersion: async () => '0x45',
    eth_coinbase: async () => toHex(producer.next.feeRecipient ?? store.head().block.header.coinbase),
    eth_mining: async () => false,
    async eth_capabilities() {
      const { block, hash } = store.head()
      const kept = { disabled: false, oldestBlock: toQuantity(store.oldestBlock()) }
      const state = { disabled: false, oldestBlock: toQuantity(store.oldestState()) }
      return {
        head: { number: toQuantity(block.header.number), hash: toHex(hash) },
        blocks: kept,
        tx: kept,
        receipts: kept,
        logs: kept,
        state,
        stateproofs: state,
      }
    },
    eth_hashrate: async () => '0x0',
  }
}
