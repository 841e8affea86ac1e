import {
  encodeExecutionWitness,
  packPayloadBlobBytes,
  type SealedBlock,
  statelessInputOf,
} from '../../execute/index.ts'

/** What a block has to make available: payload (EIP-8142 bytes) and SSZ of its witness. Errors: NO_WITNESS. */
export function blockData(sealed: SealedBlock, chainId: number): { payload: Uint8Array; witness: Uint8Array } {
  const { newPayloadRequest, witness } = statelessInputOf(sealed, chainId)
  return {
    payload: packPayloadBlobBytes(newPayloadRequest.executionPayload),
    witness: encodeExecutionWitness(witness),
  }
}
