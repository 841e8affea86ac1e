import type { Hex } from 'viem'
import { encodeTransaction, type SealedBlock } from '../../../execute/index.ts'
import { effectiveTip } from '../../fees.ts'
import { toHex, toQuantity } from '../../hex.ts'
import { encodeRpcWithdrawal } from './encodeBlock.ts'

export type BlobsBundle = { commitments: Hex[]; proofs: Hex[]; blobs: Hex[] }

/** What `engine_getPayload` answers about a block that was built (engine API, `ExecutionPayloadV3` and later). */
export function encodePayloadEnvelope(sealed: SealedBlock, blobsBundle: BlobsBundle): Record<string, unknown> {
  const { block, hash, receipts, requests, blockAccessList } = sealed
  const { header, transactions } = block
  const baseFee = header.baseFeePerGas ?? 0n
  const tips = transactions.map((transaction, index) => effectiveTip(transaction, baseFee) * receipts[index]!.gasUsed)
  return {
    executionPayload: {
      parentHash: toHex(header.parentHash),
      feeRecipient: toHex(header.coinbase),
      stateRoot: toHex(header.stateRoot),
      receiptsRoot: toHex(header.receiptsRoot),
      logsBloom: toHex(header.logsBloom),
      prevRandao: toHex(header.prevRandao),
      blockNumber: toQuantity(header.number),
      gasLimit: toQuantity(header.gasLimit),
      gasUsed: toQuantity(header.gasUsed),
      timestamp: toQuantity(header.timestamp),
      extraData: toHex(header.extraData),
      baseFeePerGas: toQuantity(baseFee),
      blockHash: toHex(hash),
      transactions: transactions.map((transaction) => toHex(encodeTransaction(transaction))),
      withdrawals: (block.withdrawals ?? []).map(encodeRpcWithdrawal),
      blobGasUsed: toQuantity(header.blobGasUsed ?? 0n),
      excessBlobGas: toQuantity(header.excessBlobGas ?? 0n),
      ...(header.slotNumber !== undefined && { slotNumber: toQuantity(header.slotNumber) }),
      ...(blockAccessList && { blockAccessList: toHex(blockAccessList) }),
    },
    blockValue: toQuantity(tips.reduce((sum, tip) => sum + tip, 0n)),
    blobsBundle,
    executionRequests: requests.map(toHex),
    shouldOverrideBuilder: false,
  }
}
