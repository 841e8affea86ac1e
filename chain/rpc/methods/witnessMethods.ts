import type { ExecutionWitness, SealedBlock } from '../../../execute/index.ts'
import type { Backend } from '../../Backend.ts'
import { toHex } from '../../hex.ts'
import { replayBlock } from '../../replayBlock.ts'
import { blockIdentifier, requireBlock } from '../blockIdentifier.ts'
import { readParameters } from '../parameters.ts'
import { RpcError, rpcCodes } from '../RpcError.ts'
import type { RpcMethods } from '../router.ts'

/**
 * `debug_executionWitness`: what stateless execution of a block needs, and as `keys` the addresses and slots behind the hashes
 * (ethereum/execution-apis, pull request 847, which settles what clients answer differently).
 */
export function createWitnessMethods(backend: Backend): RpcMethods {
  /** As recorded when the block was made, or recorded now by running it again: the archive keeps no keys. */
  async function witnessOf(block: SealedBlock): Promise<ExecutionWitness | undefined> {
    if (block.witness?.keys) return block.witness
    try {
      return (await replayBlock(backend, block, { recordWitness: true })).witness
    } catch (error) {
      if (block.witness) return block.witness
      throw error
    }
  }

  return {
    async debug_executionWitness(params) {
      const { block: id } = readParameters(params, { block: blockIdentifier })
      if (id === 'pending') throw new RpcError(rpcCodes.invalidInput, 'the pending block has no witness')
      const block = requireBlock(backend.store, id)
      if (block.block.header.number === 0n) throw new RpcError(rpcCodes.invalidInput, 'genesis has no witness')
      const witness = await witnessOf(block)
      return {
        state: witness?.state.map(toHex),
        codes: witness?.codes.map(toHex),
        headers: witness?.headers.map(toHex),
        ...(witness?.keys?.length && { keys: witness.keys.map(toHex) }),
      }
    },
  }
}
