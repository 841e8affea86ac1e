import {
  encodeExecutionWitness,
  packPayloadBlobBytes,
  type SealedBlock,
  statelessInputOf,
} from '../../execute/index.ts'
import { RollupError } from '../errors.ts'

/** What a block has to make available: payload (EIP-8142 bytes) and SSZ of its witness. Errors: WITNESS_MISSING. */
export function blockData(sealed: SealedBlock, chainId: number): { payload: Uint8Array; witness: Uint8Array } {
  const { number } = sealed.block.header
  if (sealed.witness === undefined) {
    throw new RollupError('WITNESS_MISSING', `the witness of block ${number} is gone`, {
      value: number,
      hint: 'blocks must be posted while the node still keeps their state (historyBlocks)',
    })
  }
  const { executionPayload } = statelessInputOf(sealed, BigInt(chainId)).newPayloadRequest
  return { payload: packPayloadBlobBytes(executionPayload), witness: encodeExecutionWitness(sealed.witness) }
}
