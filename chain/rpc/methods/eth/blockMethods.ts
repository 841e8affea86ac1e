import { hashHeader } from '../../../../execute/index.ts'
import type { Backend } from '../../../Backend.ts'
import { toQuantity } from '../../../hex.ts'
import {
  type BlockIdentifier,
  blockIdentifier,
  blockNumberOrTag,
  findBlock,
  withPending,
} from '../../blockIdentifier.ts'
import { encodeRpcBlock, encodeRpcHeader } from '../../encoding/encodeBlock.ts'
import { encodeRpcReceipt } from '../../encoding/encodeReceipt.ts'
import { bool, hash, optional, quantity, readParameters } from '../../parameters.ts'
import type { RpcMethods } from '../../router.ts'

/** Blocks and what hangs on them. A block that does not exist is null, as the execution-apis have it. */
export function createBlockMethods(backend: Backend): RpcMethods {
  const { store } = backend
  const find = async (id: BlockIdentifier) => findBlock(store, await withPending(backend, id))
  const byHash = (value: `0x${string}`): BlockIdentifier => ({ hash: value, requireCanonical: false })
  const transactionCount = async (id: BlockIdentifier) => {
    const block = await find(id)
    return block ? toQuantity(block.block.transactions.length) : null
  }
  const uncleCount = (id: BlockIdentifier) => {
    const block = findBlock(store, id)
    return block ? toQuantity(block.block.ommers.length) : null
  }
  const uncle = (id: BlockIdentifier, index: bigint) => {
    const ommer = findBlock(store, id)?.block.ommers[Number(index)]
    return ommer ? { ...encodeRpcHeader(ommer, hashHeader(ommer)), uncles: [] } : null
  }

  return {
    async eth_getBlockByNumber(params) {
      const { block: id, fullTransactions } = readParameters(params, {
        block: blockNumberOrTag,
        fullTransactions: optional(bool, false),
      })
      const block = await find(id)
      return block ? encodeRpcBlock(block, { fullTransactions, pending: id === 'pending' }) : null
    },
    async eth_getBlockByHash(params) {
      const read = readParameters(params, { hash, fullTransactions: optional(bool, false) })
      const block = store.blockByHash(read.hash)
      return block ? encodeRpcBlock(block, read) : null
    },
    async eth_getHeaderByNumber(params) {
      const { block: id } = readParameters(params, { block: blockNumberOrTag })
      const block = await find(id)
      return block ? encodeRpcHeader(block.block.header, id === 'pending' ? null : block.hash) : null
    },
    async eth_getHeaderByHash(params) {
      const block = store.blockByHash(readParameters(params, { hash }).hash)
      return block ? encodeRpcHeader(block.block.header, block.hash) : null
    },
    async eth_getBlockReceipts(params) {
      const { block: id } = readParameters(params, { block: blockIdentifier })
      const block = await find(id)
      return block ? block.receipts.map((_, index) => encodeRpcReceipt(block, index)) : null
    },
    eth_getBlockTransactionCountByNumber: async (params) =>
      transactionCount(readParameters(params, { block: blockNumberOrTag }).block),
    eth_getBlockTransactionCountByHash: async (params) =>
      transactionCount(byHash(readParameters(params, { hash }).hash)),
    eth_getUncleCountByBlockNumber: async (params) =>
      uncleCount(readParameters(params, { block: blockNumberOrTag }).block),
    eth_getUncleCountByBlockHash: async (params) => uncleCount(byHash(readParameters(params, { hash }).hash)),
    async eth_getUncleByBlockNumberAndIndex(params) {
      const { block, index } = readParameters(params, { block: blockNumberOrTag, index: quantity })
      return uncle(block, index)
    },
    async eth_getUncleByBlockHashAndIndex(params) {
      const { hash: blockHash, index } = readParameters(params, { hash, index: quantity })
      return uncle(byHash(blockHash), index)
    },
  }
}
