import { type CustomPrecompile, EVMError, type PrecompileInput as EvmInput } from '@ethereumjs/evm'
import { Address } from '@ethereumjs/util'
import { ExceptionalHalt } from '../errors.ts'
import type { Precompile, PrecompileContext } from '../types/Precompile.ts'
import type { BlockEnvironment } from './BlockEnvironment.ts'

/** Versioned hashes (EIP-4844) of the current transaction and of those before it in the block. */
export type TransactionBlobs = { current: readonly Uint8Array[]; earlier: Uint8Array[] }

/** Our precompiles as EthereumJS takes them. */
export function toCustomPrecompiles(
  precompiles: readonly Precompile[],
  { header, blobs, meters }: Pick<BlockEnvironment, 'header' | 'blobs' | 'meters'>,
): CustomPrecompile[] {
  return precompiles.map((precompile) => {
    const address = new Address(precompile.address)
    const meter = meters.find((one) => one.address.equals(address))
    const run = async ({ data, gasLimit }: EvmInput) => {
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
  })
}

/** The call fails and all its gas is gone. */
function halt(gasLimit: bigint) {
  return {
    executionGasUsed: gasLimit,
    returnValue: new Uint8Array(0),
    exceptionError: new EVMError(EVMError.errorMessages.OUT_OF_GAS),
  }
}
