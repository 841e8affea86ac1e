import type { Hex } from 'viem'
import { encodeTransaction } from '../../../../execute/index.ts'
import type { Backend } from '../../../Backend.ts'
import { toHex } from '../../../hex.ts'
import { type BlockIdentifier, blockNumberOrTag, findBlock, withPending } from '../../blockIdentifier.ts'
import { encodeRpcReceipt } from '../../encoding/encodeReceipt.ts'
import { encodeRpcTransaction } from '../../encoding/encodeTransaction.ts'
import { address, hash, looseQuantity, quantity, readParameters } from '../../parameters.ts'
import type { RpcMethods } from '../../router.ts'
import { transactionBySender } from '../../transactionBySender.ts'

/** Transactions, sealed and pending, and their receipts. What does not exist is null. */
export function createTransactionMethods(backend: Backend): RpcMethods {
  const { store, pool } = backend

  async function at(id: BlockIdentifier, index: bigint) {
    const block = findBlock(store, await withPending(backend, id))
    const transaction = block?.block.transactions[Number(index)]
    return block && transaction && { block, index: Number(index), transaction }
  }
  const encodeAt = async (id: BlockIdentifier, index: bigint) => {
    const found = await at(id, index)
    return found ? encodeRpcTransaction(found.transaction, id === 'pending' ? undefined : found) : null
  }
  const encodeRawAt = async (id: BlockIdentifier, index: bigint) => {
    const found = await at(id, index)
    return found ? toHex(encodeTransaction(found.transaction)) : null
  }
  function byHash(wanted: Hex) {
    const location = store.transaction(wanted)
    const transaction = location?.block.block.transactions[location.index] ?? pool.get(wanted)?.transaction
    return transaction && { transaction, location }
  }
  const byBlockHash = (params: unknown[]): [BlockIdentifier, bigint] => {
    const read = readParameters(params, { hash, index: quantity })
    return [{ hash: read.hash, requireCanonical: false }, read.index]
  }
  const byBlockNumber = (params: unknown[]): [BlockIdentifier, bigint] => {
    const read = readParameters(params, { block: blockNumberOrTag, index: quantity })
    return [read.block, read.index]
  }

  return {
    async eth_getTransactionByHash(params) {
      const found = byHash(readParameters(params, { hash }).hash)
      return found ? encodeRpcTransaction(found.transaction, found.location) : null
    },
    async eth_getTransactionBySenderAndNonce(params) {
      const read = readParameters(params, { sender: address, nonce: looseQuantity })
      const { pending, queued } = pool.content(read.sender)
      const waiting = [...pending, ...queued].find(({ nonce }) => nonce === read.nonce)
      if (waiting) return encodeRpcTransaction(waiting.transaction)
      const found = await transactionBySender(backend, read.sender, read.nonce)
      return found ? encodeRpcTransaction(found.block.block.transactions[found.index]!, found) : null
    },
    async eth_getRawTransactionByHash(params) {
      const found = byHash(readParameters(params, { hash }).hash)
      return found ? toHex(encodeTransaction(found.transaction)) : null
    },
    eth_getTransactionByBlockHashAndIndex: async (params) => encodeAt(...byBlockHash(params)),
    eth_getTransactionByBlockNumberAndIndex: async (params) => encodeAt(...byBlockNumber(params)),
    eth_getRawTransactionByBlockHashAndIndex: async (params) => encodeRawAt(...byBlockHash(params)),
    eth_getRawTransactionByBlockNumberAndIndex: async (params) => encodeRawAt(...byBlockNumber(params)),
    async eth_getTransactionReceipt(params) {
      const location = store.transaction(readParameters(params, { hash }).hash)
      return location ? encodeRpcReceipt(location.block, location.index) : null
    },
  }
}
