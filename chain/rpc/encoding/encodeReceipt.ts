import type { Hex } from 'viem'
import type { Log, SealedBlock } from '../../../execute/index.ts'
import { toHex, toQuantity } from '../../hex.ts'

export type RpcLog = {
  address: Hex
  topics: Hex[]
  data: Hex
  blockNumber: Hex
  blockHash: Hex
  blockTimestamp: Hex
  transactionHash: Hex
  transactionIndex: Hex
  logIndex: Hex
  removed: boolean
}

/** Where a log stands: transaction within the block, and log within the block. */
export type LogPosition = { block: SealedBlock; transactionIndex: number; logIndex: number }

/** @param removed the block left the canonical chain */
export function encodeRpcLog(log: Log, { block, transactionIndex, logIndex }: LogPosition, removed = false): RpcLog {
  const { header } = block.block
  return {
    address: toHex(log.address),
    topics: log.topics.map(toHex),
    data: toHex(log.data),
    blockNumber: toQuantity(header.number),
    blockHash: toHex(block.hash),
    blockTimestamp: toQuantity(header.timestamp),
    transactionHash: toHex(block.receipts[transactionIndex]!.transactionHash),
    transactionIndex: toQuantity(transactionIndex),
    logIndex: toQuantity(logIndex),
    removed,
  }
}

/** A receipt as `eth_getTransactionReceipt` gives it. */
export function encodeRpcReceipt(block: SealedBlock, index: number): Record<string, unknown> {
  const receipt = block.receipts[index]!
  const firstLog = block.receipts.slice(0, index).reduce((count, { logs }) => count + logs.length, 0)
  return {
    blockHash: toHex(block.hash),
    blockNumber: toQuantity(block.block.header.number),
    transactionHash: toHex(receipt.transactionHash),
    transactionIndex: toQuantity(index),
    type: toQuantity(receipt.type),
    from: toHex(receipt.from),
    to: receipt.to ? toHex(receipt.to) : null,
    contractAddress: receipt.contractAddress ? toHex(receipt.contractAddress) : null,
    cumulativeGasUsed: toQuantity(receipt.cumulativeGasUsed),
    gasUsed: toQuantity(receipt.gasUsed),
    effectiveGasPrice: toQuantity(receipt.effectiveGasPrice),
    logs: receipt.logs.map((log, i) => encodeRpcLog(log, { block, transactionIndex: index, logIndex: firstLog + i })),
    logsBloom: toHex(receipt.logsBloom),
    // Before Byzantium (EIP-658) a receipt holds the state root after the transaction.
    ...(receipt.stateRoot ? { root: toHex(receipt.stateRoot) } : { status: receipt.status ? '0x1' : '0x0' }),
    ...(receipt.blobGasUsed !== undefined && {
      blobGasUsed: toQuantity(receipt.blobGasUsed),
      blobGasPrice: toQuantity(receipt.blobGasPrice ?? 0n),
    }),
  }
}
