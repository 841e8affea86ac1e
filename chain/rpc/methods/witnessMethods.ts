import type { ExecutionWitness, SealedBlock } from '../../../execute/index.ts'
import type { Backend } from '../../Backend.ts'
import { toHex } from '../../hex.ts'
import { replayBlock } from '../../replayBlock.ts'
import { blockIdentifier, requireBlock } from '../blockIdentifier.ts'
import { readParameters } from '../parameters.ts'
import { RpcError, rpcCodes } from '../RpcError.ts'
import type { RpcMethods } from '../router.ts'

/** `debug_executionWitness`: what stateless execution of a block needs. */
export function createWitnessMethods(backend: Backend): RpcMethods {
  /** As recorded when the block was made, or recorded now by running it again. */
  async function witnessOf(block: SealedBlock): Promise<ExecutionWitness | undefined> {
    return block.witness ?? (await replayBlock(backend, block, { recordWitness: true })).witness
  }

  return {
    async debug_executionWitness(params) {
      const block = requireBlock(backend.store, readParameters(params, { block: blockIdentifier }).block)
      if (block.block.header.number === 0n) throw new RpcError(rpcCodes.invalidInput, 'genesis has no witness')
      const witness = await witnessOf(block)
      return {
        state: witness?.state.map(toHex),
        codes: witness?.codes.map(toHex),
        keys: [],
        headers: witness?.headers.map(toHex),
      }
    },
  }
}
