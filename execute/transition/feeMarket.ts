import { InvalidBlock } from '../errors.ts'
import { maxWord } from '../evm/words.ts'
import type { ChainRules } from '../rules/createChainRules.ts'
import type { BlobParameters } from '../types/Fork.ts'
import type { Header } from '../types/Header.ts'

const baseFeeMaxChangeDenominator = 8n
const elasticityMultiplier = 2n
const initialBaseFee = 1_000_000_000n

export const gasPerBlob = 131_072n
const minBlobBaseFee = 1n
/** EIP-7918. */
const blobBaseCost = 8192n

/** EIP-1559: the base fee of a block at `timestamp` on `parent`, in wei per gas; undefined before London. */
export function calculateBaseFee(rules: ChainRules, parent: Header, timestamp: bigint): bigint | undefined {
  if (!rules.isActive('london', timestamp, parent.number + 1n)) return undefined
  const parentBaseFee = parent.baseFeePerGas
  if (parentBaseFee === undefined) return initialBaseFee
  const target = parent.gasLimit / elasticityMultiplier
  if (parent.gasUsed === target) return parentBaseFee
  if (parent.gasUsed > target) {
    const change = (parentBaseFee * (parent.gasUsed - target)) / target / baseFeeMaxChangeDenominator
    return parentBaseFee + (change > 1n ? change : 1n)
  }
  return parentBaseFee - (parentBaseFee * (target - parent.gasUsed)) / target / baseFeeMaxChangeDenominator
}

/**
 * A gas limit moves by less than 1/1024 of the parent's (execution-specs `check_gas_limit`).
 * @throws InvalidBlock WRONG_GAS_LIMIT
 */
export function checkGasLimit(rules: ChainRules, parent: Header, timestamp: bigint, gasLimit: bigint): void {
  const isLondonsFirst = parent.baseFeePerGas === undefined && rules.isActive('london', timestamp, parent.number + 1n)
  const parentLimit = isLondonsFirst ? parent.gasLimit * elasticityMultiplier : parent.gasLimit
  const adjustment = parentLimit / 1024n
  if (gasLimit >= parentLimit + adjustment || gasLimit <= parentLimit - adjustment || gasLimit < 5000n) {
    throw new InvalidBlock('WRONG_GAS_LIMIT', `Gas limit ${gasLimit} is too far from the parent's ${parentLimit}`, {
      value: gasLimit,
      expected: `more than ${parentLimit - adjustment} and less than ${parentLimit + adjustment}, at least 5000`,
    })
  }
}

/** EIP-4844 and EIP-7918: the excess blob gas of a block at `timestamp` on `parent`; undefined before Cancun. */
export function calculateExcessBlobGas(rules: ChainRules, parent: Header, timestamp: bigint): bigint | undefined {
  const parameters = rules.blobParameters(timestamp, parent.number + 1n)
  if (parameters === undefined) return undefined
  const excess = parent.excessBlobGas ?? 0n
  const used = parent.blobGasUsed ?? 0n
  const target = BigInt(parameters.target) * gasPerBlob
  if (excess + used < target) return 0n
  if (rules.isActive('osaka', timestamp, parent.number + 1n)) {
    const reserve = blobBaseCost * (parent.baseFeePerGas ?? 0n)
    if (reserve > gasPerBlob * calculateBlobBaseFee(excess, parameters, reserve / gasPerBlob)) {
      return excess + (used * BigInt(parameters.max - parameters.target)) / BigInt(parameters.max)
    }
  }
  return excess + used - target
}

/** EIP-4844: wei per blob gas. If it is above `enough`, any number above `enough` may be returned. */
export function calculateBlobBaseFee(
  excessBlobGas: bigint,
  { baseFeeUpdateFraction }: BlobParameters,
  enough?: bigint,
): bigint {
  return fakeExponential(minBlobBaseFee, excessBlobGas, BigInt(baseFeeUpdateFraction), enough)
}

/**
 * The blob base fee of a block with this header; undefined before Cancun.
 * @throws InvalidBlock BLOB_BASE_FEE_TOO_HIGH if BLOBBASEFEE could not push it (EIP-7516), which no chain gets to
 */
export function blobBaseFeeOf(rules: ChainRules, header: Header): bigint | undefined {
  const parameters = rules.blobParameters(header.timestamp, header.number)
  if (parameters === undefined || header.excessBlobGas === undefined) return undefined
  const fee = calculateBlobBaseFee(header.excessBlobGas, parameters, maxWord)
  if (fee > maxWord) {
    throw new InvalidBlock('BLOB_BASE_FEE_TOO_HIGH', 'The blob base fee does not fit into 256 bits', {
      value: header.excessBlobGas,
    })
  }
  return fee
}

/** Blob gas that a block at `timestamp` may use. */
export function maxBlobGas(rules: ChainRules, timestamp: bigint, number: bigint): bigint {
  return BigInt(rules.blobParameters(timestamp, number)?.max ?? 0) * gasPerBlob
}

/**
 * factor * e ** (numerator / denominator), by its Taylor series (EIP-4844). The series has about as many terms as the exponent
 * is large, which in a forged header is as large as the forger likes: `enough` ends it.
 */
export function fakeExponential(factor: bigint, numerator: bigint, denominator: bigint, enough?: bigint): bigint {
  let output = 0n
  let term = factor * denominator
  for (let i = 1n; term > 0n; i++) {
    output += term
    if (enough !== undefined && output / denominator > enough) break
    term = (term * numerator) / (denominator * i)
  }
  return output / denominator
}
