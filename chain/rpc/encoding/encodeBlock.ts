import type { Hex } from 'viem'
import {
  encodeBlock as encodeBlockRlp,
  type Header,
  hashHeader,
  type SealedBlock,
  type Withdrawal,
} from '../../../execute/index.ts'
import { toHex, toQuantity } from '../../hex.ts'
import { encodeRpcTransaction } from './encodeTransaction.ts'

export type RpcHeader = Record<string, Hex | null>

/** Header fields under the names of the execution-apis; those of later forks only where the header has them. */
export function encodeRpcHeader(header: Header, hash: Uint8Array | null): RpcHeader {
  return {
    number: toQuantity(header.number),
    hash: hash && toHex(hash),
    parentHash: toHex(header.parentHash),
    sha3Uncles: toHex(header.ommersHash),
    miner: toHex(header.coinbase),
    stateRoot: toHex(header.stateRoot),
    transactionsRoot: toHex(header.transactionsRoot),
    receiptsRoot: toHex(header.receiptsRoot),
    logsBloom: toHex(header.logsBloom),
    difficulty: toQuantity(header.difficulty),
    gasLimit: toQuantity(header.gasLimit),
    gasUsed: toQuantity(header.gasUsed),
    timestamp: toQuantity(header.timestamp),
    extraData: toHex(header.extraData),
    mixHash: toHex(header.prevRandao),
    nonce: hash && toHex(header.nonce),
    ...(header.baseFeePerGas !== undefined && { baseFeePerGas: toQuantity(header.baseFeePerGas) }),
    ...(header.withdrawalsRoot && { withdrawalsRoot: toHex(header.withdrawalsRoot) }),
    ...(header.blobGasUsed !== undefined && { blobGasUsed: toQuantity(header.blobGasUsed) }),
    ...(header.excessBlobGas !== undefined && { excessBlobGas: toQuantity(header.excessBlobGas) }),
    ...(header.parentBeaconBlockRoot && { parentBeaconBlockRoot: toHex(header.parentBeaconBlockRoot) }),
    ...(header.requestsHash && { requestsHash: toHex(header.requestsHash) }),
    ...(header.blockAccessListHash && { blockAccessListHash: toHex(header.blockAccessListHash) }),
    ...(header.slotNumber !== undefined && { slotNumber: toQuantity(header.slotNumber) }),
  }
}

/**
 * A block as `eth_getBlockBy*` gives it.
 * @param pending a block that is not sealed: hash and nonce are null
 */
export function encodeRpcBlock(
  sealed: SealedBlock,
  options: { fullTransactions: boolean; pending?: boolean },
): Record<string, unknown> {
  const { block } = sealed
  return {
    ...encodeRpcHeader(block.header, options.pending ? null : sealed.hash),
    size: toQuantity(encodeBlockRlp(block).length),
    uncles: block.ommers.map((ommer) => toHex(hashHeader(ommer))),
    transactions: block.transactions.map((transaction, index) =>
      options.fullTransactions
        ? encodeRpcTransaction(transaction, options.pending ? undefined : { block: sealed, index })
        : toHex(transaction.hash()),
    ),
    ...(block.withdrawals && {
      withdrawals: block.withdrawals.map(encodeRpcWithdrawal),
    }),
  }
}

export function encodeRpcWithdrawal(withdrawal: Withdrawal): Record<string, Hex> {
  return {
    index: toQuantity(withdrawal.index),
    validatorIndex: toQuantity(withdrawal.validatorIndex),
    address: toHex(withdrawal.address),
    amount: toQuantity(withdrawal.amount),
  }
}
