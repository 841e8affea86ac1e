import {
  type ChainRules,
  calculateBaseFee,
  calculateBlobBaseFee,
  calculateExcessBlobGas,
  type Header,
} from '../execute/index.ts'
import type { NextBlockFees } from './pool/checkSender.ts'

/** What a block at `timestamp` (unix seconds) on `parent` charges. */
export function nextBlockFees(rules: ChainRules, parent: Header, timestamp: bigint): NextBlockFees {
  const blobs = rules.blobParameters(timestamp, parent.number + 1n)
  const excessBlobGas = calculateExcessBlobGas(rules, parent, timestamp)
  return {
    baseFee: calculateBaseFee(rules, parent, timestamp) ?? 0n,
    blobBaseFee: blobs && excessBlobGas !== undefined ? calculateBlobBaseFee(excessBlobGas, blobs) : 0n,
  }
}
