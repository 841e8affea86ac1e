import { type EVM, EVMError, type PrecompileFunc } from '@ethereumjs/evm'
import { Address } from '@ethereumjs/util'
import { ExceptionalHalt } from '../errors.ts'
import type { Precompile, PrecompileContext } from '../types/Precompile.ts'
import type { BlockEnvironment } from './BlockEnvironment.ts'

/** Versioned hashes (EIP-4844) of the current transaction and of those before it in the block. */
export type TransactionBlobs = { current: readonly Uint8Array[]; earlier: Uint8Array[] }

type BlockContext = Pick<BlockEnvironment, 'header' | 'blobs' | 'meters'>
export type CustomPrecompile = { address: Address; function: PrecompileFunc }

const none: readonly CustomPrecompile[] = []
const known = new WeakMap<readonly Precompile[], readonly CustomPrecompile[]>()
const contexts = new WeakMap<object, BlockContext>()

/** Tells the chain's precompiles in which block this EVM executes. */
export function enterBlock(evm: EVM, context: BlockContext): void {
  contexts.set(evm, context)
}

export function leaveBlock(evm: EVM): void {
  contexts.delete(evm)
}

/** A chain's precompiles as EthereumJS takes them: the same for every block, which `enterBlock` names. */
export function customPrecompilesOf(precompiles: readonly Precompile[]): readonly CustomPrecompile[] {
  if (precompiles.length === 0) return none
  let customs = known.get(precompiles)
  if (customs === undefined) {
    customs = precompiles.map((one) => asCustom(one, new Address(one.address)))
    known.set(precompiles, customs)
  }
  return customs
}

function asCustom(precompile: Precompile, address: Address): CustomPrecompile {
  const run: PrecompileFunc = async ({ data, gasLimit, _EVM }) => {
    const { header, blobs, meters } = contexts.get(_EVM)!
    const meter = meters.find((one) => one.address.equals(address))
    const context: PrecompileContext = {
      blockNumber: header.number,
      timestamp: header.timestamp,
      blobVersionedHashes: blobs.current,
      earlierBlobVersionedHashes: blobs.earlier,
      ...(meter && { meter }),
    }
    try {
      const { output, gasUsed } = await precompile.run({ data, gasLimit, context })
      return gasUsed > gasLimit ? halt(gasLimit) : { executionGasUsed: gasUsed, returnValue: output }
    } catch (error) {
      if (error instanceof ExceptionalHalt) return halt(gasLimit)
      throw error
    }
  }
  return { address, function: run }
}

/** The call fails and all its gas is gone. */
function halt(gasLimit: bigint) {
  return {
    executionGasUsed: gasLimit,
    returnValue: new Uint8Array(0),
    exceptionError: new EVMError(EVMError.errorMessages.OUT_OF_GAS),
  }
}
