import { publicInputCodec, type SchemaId, schemaOf, validationResultCodec } from './schemas.ts'
import type { NewPayloadRequest, StatelessValidationResult } from './types.ts'

/**
 * Public specifications disagree on how two containers are hashed. `plain` is execution-specs, whose program EXECUTE wraps;
 * `progressive` is consensus-specs, which on-chain verifiers of proofs follow. Encodings are the same.
 */
export type Merkleization = 'plain' | 'progressive'

/** hash_tree_root(NewPayloadRequest). */
export function newPayloadRequestRoot(
  request: NewPayloadRequest,
  schemaId: SchemaId,
  merkleization: Merkleization = 'plain',
): Uint8Array {
  return schemaOf(schemaId).newPayloadRequest[merkleization].root(request)
}

/** hash_tree_root(StatelessValidationResult), which consensus-specs calls PublicInput. */
export function validationResultRoot(
  result: StatelessValidationResult,
  merkleization: Merkleization = 'plain',
): Uint8Array {
  return (merkleization === 'plain' ? validationResultCodec : publicInputCodec).root(result)
}
