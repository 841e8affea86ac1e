import type { Address } from '@ethereumjs/util'
import type { Execution } from './Execution.ts'
import type { Frame } from './Frame.ts'
import type { InstructionTable } from './instructionTable.ts'
import { goOn, type Outcome, waiting } from './Outcome.ts'
import { wordOf } from './words.ts'

/** A header as EthereumJS' frames hold it. */
type Block = {
  header: {
    number: bigint
    coinbase: Address
    timestamp: bigint
    difficulty: bigint
    prevRandao: Uint8Array
    gasLimit: bigint
    baseFeePerGas?: bigint
    slotNumber?: bigint
    getBlobGasPrice(): bigint | undefined
  }
}

/** Ancestors that answer at once. */
export type SynchronousChain = { hashOf(number: bigint): Uint8Array }

/** Instructions that give the same in all frames of a transaction. */
export function environmentConstant(execution: Execution, frame: Frame, opcode: number): Outcome {
  const { constants } = execution
  let constant = constants[opcode]
  if (constant === undefined) {
    constant = compute(execution, opcode)
    if (constant === undefined) return waiting
    constants[opcode] = constant
  }
  frame.stack[frame.top++] = constant
  return goOn
}

function compute({ environment, table }: Execution, opcode: number): bigint | undefined {
  const { header } = environment.block as Block
  switch (opcode) {
    case 0x32:
      return wordOf(environment.origin.bytes)
    case 0x3a:
      return environment.gasPrice
    case 0x41:
      return wordOf(header.coinbase.bytes)
    case 0x42:
      return header.timestamp
    case 0x43:
      return header.number
    case 0x44:
      return isAfterMerge(table) ? wordOf(header.prevRandao) : header.difficulty
    case 0x45:
      return header.gasLimit
    case 0x46:
      return table.common.chainId()
    case 0x48:
      return header.baseFeePerGas
    case 0x4b:
      return header.slotNumber
    default:
      return header.getBlobGasPrice()
  }
}

/** EIP-4399 */
function isAfterMerge({ common }: InstructionTable): boolean {
  return common.isActivatedEIP(4399)
}

export function blobHash({ environment }: Execution, frame: Frame): Outcome {
  const { blobVersionedHashes } = environment
  const index = frame.stack[frame.top - 1]!
  frame.stack[frame.top - 1] = index < blobVersionedHashes.length ? BigInt(blobVersionedHashes[Number(index)]!) : 0n
  return goOn
}

export function blockHash({ environment, evm, table }: Execution, frame: Frame): Outcome {
  const chain = evm.blockchain as Partial<SynchronousChain>
  if (chain.hashOf === undefined || table.common.isActivatedEIP(7709)) return waiting
  const number = frame.stack[frame.top - 1]!
  const depth = (environment.block as Block).header.number - number
  frame.stack[frame.top - 1] = depth > 0n && depth <= 256n ? wordOf(chain.hashOf(number)) : 0n
  return goOn
}
