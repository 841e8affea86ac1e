import type { GasPrices } from '../../execute/index.ts'
import { larger } from '../compare.ts'

/** EIP-7825: most gas of one transaction. */
export const TRANSACTION_GAS_CAP = 1n << 24n

/** What `advance` itself spends at most, measured with a margin: once, and for each block (registry slot, event, policy). */
const ONCE = 120_000n
const PER_BLOCK = 80_000n
const INTRINSIC = 21_000n

export type AdvancedBlock = {
  gasLimit: bigint
  gasUsed: bigint
  /** The EXECUTE input, as it lies in calldata. */
  input: Uint8Array
  /** Bytes that the input names in blobs. */
  referencedBytes: number
}

/** What the EXECUTE call of one block must hold before it runs, and what it then costs. */
export function executeGas(block: AdvancedBlock, prices: GasPrices): { held: bigint; charged: bigint } {
  const data = prices.perByte * BigInt(block.input.length + block.referencedBytes)
  return { held: prices.required(block) + data, charged: prices.charged(block) + data }
}

/**
 * Gas limit of a transaction that advances by these blocks. Each call must hold its block's whole gas limit although it costs
 * only what the block used, so many small blocks need little more than one. EIP-150 keeps 1/64 of the gas from the call.
 */
export function advanceGas(blocks: AdvancedBlock[], prices: GasPrices): bigint {
  let needed = 0n
  for (const block of [...blocks].reverse()) {
    const { held, charged } = executeGas(block, prices)
    const afterwards = charged + needed
    const atCall = (held * 64n + 62n) / 63n
    needed = PER_BLOCK + memoryGas(block.input.length) + larger(atCall, afterwards)
  }
  const { standard, floor } = calldataGas(blocks)
  return INTRINSIC + larger(ONCE + standard + needed, floor)
}

/**
 * What Amsterdam adds: each block's slot in the registry is new state (EIP-8037: 97,920 gas), accounts are dearer to touch
 * (EIP-8038), and calldata's floor is 64 gas a byte (EIP-7976). Whatever is too much comes back.
 */
export function amsterdamGas(blocks: AdvancedBlock[]): bigint {
  const bytes = blocks.reduce((sum, { input }) => sum + input.length + 192, 68)
  return 100_000n + 150_000n * BigInt(blocks.length) + 48n * BigInt(bytes)
}

/** EIP-2028 and EIP-7623: tokens are zero bytes, and four for each other byte. The ABI adds some words for each block. */
function calldataGas(blocks: AdvancedBlock[]): { standard: bigint; floor: bigint } {
  let tokens = 4 * (4 + 64)
  for (const { input } of blocks) {
    tokens += 4 * (6 * 32)
    for (const byte of input) tokens += byte === 0 ? 1 : 4
  }
  return { standard: 4n * BigInt(tokens), floor: 10n * BigInt(tokens) }
}

/** Yellow paper, appendix H: the contract copies the input into memory; three times at most. */
function memoryGas(bytes: number): bigint {
  const words = BigInt(Math.ceil((3 * bytes) / 32))
  return 6n * words + (words * words) / 512n
}
