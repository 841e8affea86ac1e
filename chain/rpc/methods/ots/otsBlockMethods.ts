import type { SealedBlock } from '../../../../execute/index.ts'
import type { Backend } from '../../../Backend.ts'
import { toQuantity } from '../../../hex.ts'
import { type BlockIdentifier, blockNumberOrTag, findBlock } from '../../blockIdentifier.ts'
import { encodeRpcBlock } from '../../encoding/encodeBlock.ts'
import { encodeRpcReceipt } from '../../encoding/encodeReceipt.ts'
import { encodeRpcTransaction } from '../../encoding/encodeTransaction.ts'
import { hash, looseQuantity, readParameters } from '../../parameters.ts'
import { RpcError, rpcCodes } from '../../RpcError.ts'
import type { RpcMethods } from '../../router.ts'
import { looseBlock, pageSize } from './parameters.ts'

/** `0x` and the four bytes by which Otterscan names the called function. */
const selectorLength = 10

/** Blocks as Otterscan shows them. */
export function createOtsBlockMethods({ store }: Backend): RpcMethods {
  function require(id: BlockIdentifier): SealedBlock {
    const block = findBlock(store, id)
    if (block) return block
    throw new RpcError(rpcCodes.resourceNotFound, 'Resource not found: no such block')
  }

  return {
    async erigon_getHeaderByNumber(params) {
      const number = typeof params[0] === 'number' ? [toQuantity(params[0])] : params
      const block = findBlock(store, readParameters(number, { block: blockNumberOrTag }).block)
      return block ? { ...encodeRpcBlock(block, { fullTransactions: false }), totalDifficulty: '0x0' } : null
    },
    ots_getBlockDetails: async (params) => detailsOf(require(readParameters(params, { block: looseBlock }).block)),
    async ots_getBlockDetailsByHash(params) {
      return detailsOf(require({ hash: readParameters(params, { hash }).hash, requireCanonical: false }))
    },
    async ots_getBlockTransactions(params) {
      const read = readParameters(params, { block: looseBlock, page: looseQuantity, pageSize })
      const block = require(read.block)
      const first = Number(read.page) * read.pageSize
      const page = [...block.receipts.keys()].slice(first, first + read.pageSize)
      return {
        fullblock: { ...slimBlock(block), transactions: page.map((index) => slimTransaction(block, index)) },
        receipts: page.map((index) => datedReceipt(block, index)),
      }
    },
  }
}

/** A receipt, and when its block was made. */
export function datedReceipt(block: SealedBlock, index: number): Record<string, unknown> {
  return { ...encodeRpcReceipt(block, index), timestamp: toQuantity(block.block.header.timestamp) }
}

/** Issuance is that of proof of work: none. */
function detailsOf(block: SealedBlock) {
  const fees = block.receipts.reduce((sum, { gasUsed, effectiveGasPrice }) => sum + gasUsed * effectiveGasPrice, 0n)
  return {
    block: slimBlock(block),
    issuance: { blockReward: '0x0', uncleReward: '0x0', issuance: '0x0' },
    totalFees: toQuantity(fees),
  }
}

function slimBlock(block: SealedBlock): Record<string, unknown> {
  const { transactions, ...rest } = encodeRpcBlock(block, { fullTransactions: false })
  return { ...rest, totalDifficulty: '0x0', transactionCount: block.receipts.length }
}

function slimTransaction(block: SealedBlock, index: number): Record<string, unknown> {
  const transaction = encodeRpcTransaction(block.block.transactions[index]!, { block, index })
  return { ...transaction, input: String(transaction.input).slice(0, selectorLength) }
}
