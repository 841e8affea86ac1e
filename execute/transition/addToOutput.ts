import { RLP } from '@ethereumjs/rlp'
import type { TypedTransaction } from '@ethereumjs/tx'
import { type Address, bigIntMax, bigIntMin } from '@ethereumjs/util'
import type { RunTxResult } from '@ethereumjs/vm'
import { keccak256 } from '../crypto/keccak256.ts'
import { quantityToBytes } from '../rlp/quantity.ts'
import type { TransactionResult } from '../types/BlockBuilder.ts'
import type { Receipt } from '../types/Receipt.ts'
import type { BlockEnvironment } from './BlockEnvironment.ts'
import type { BlockOutput } from './BlockOutput.ts'
import { logsBloom } from './logsBloom.ts'

/** What running a transaction gave, in EthereumJS' terms. */
export type Outcome = Pick<
  RunTxResult,
  'execResult' | 'totalGasSpent' | 'blockGasSpent' | 'txRegularGas' | 'txStateGas' | 'blobGasUsed'
> & { /** Before Byzantium: the state root after the transaction. */ stateRoot?: Uint8Array }

/** Adds what a transaction did to the block's output, with its receipt. */
export function addToOutput(
  env: BlockEnvironment,
  output: BlockOutput,
  tx: TypedTransaction,
  sender: Address,
  result: Outcome,
): TransactionResult {
  const { execResult, totalGasSpent } = result
  output.cumulativeGasUsed += totalGasSpent
  if (env.common.isActivatedEIP(8037)) {
    output.regularGasUsed += result.txRegularGas ?? 0n
    output.stateGasUsed += result.txStateGas ?? 0n
    output.blockGasUsed = bigIntMax(output.regularGasUsed, output.stateGasUsed)
  } else {
    output.blockGasUsed += result.blockGasSpent
  }
  const logs = (execResult.logs ?? []).map(([address, topics, data]) => ({ address, topics, data }))
  const receipt: Receipt = {
    type: tx.type,
    status: execResult.exceptionError === undefined,
    cumulativeGasUsed: output.cumulativeGasUsed,
    gasUsed: totalGasSpent,
    effectiveGasPrice: effectiveGasPrice(tx, env.header.baseFeePerGas ?? 0n),
    logs,
    logsBloom: logsBloom(logs),
    transactionHash: tx.hash(),
    from: sender.bytes,
  }
  if (result.stateRoot !== undefined) receipt.stateRoot = result.stateRoot
  if (tx.to !== undefined) receipt.to = tx.to.bytes
  else receipt.contractAddress = keccak256(RLP.encode([sender.bytes, quantityToBytes(tx.nonce)])).subarray(12)
  if (result.blobGasUsed !== undefined) {
    output.blobGasUsed += result.blobGasUsed
    receipt.blobGasUsed = result.blobGasUsed
    if (env.blobBaseFee !== undefined) receipt.blobGasPrice = env.blobBaseFee
  }
  output.receipts.push(receipt)
  const done: TransactionResult = { receipt, gasUsed: totalGasSpent, returnData: execResult.returnValue }
  return execResult.exceptionError === undefined ? done : { ...done, error: execResult.exceptionError.error }
}

function effectiveGasPrice(tx: TypedTransaction, baseFee: bigint): bigint {
  if (!('maxFeePerGas' in tx)) return tx.gasPrice
  const tip = tx.maxFeePerGas - baseFee
  return baseFee + bigIntMin(tip, tx.maxPriorityFeePerGas)
}
