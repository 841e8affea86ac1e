import type { KZG } from '@ethereumjs/util'
import { NativerollError } from '../errors.ts'
import { bls12381 } from './curves/curves.ts'

/**
 * What execution needs of KZG: the check behind the point evaluation precompile (EIP-4844). It takes one point of the
 * trusted setup, so that chains without blobs never load it. Commitments and proofs over whole blobs are not execution's
 * affair.
 */
export const kzg: KZG = {
  verifyProof(commitment, z, y, proof) {
    return bls12381.operations.verifyKzgProof(toBytes(commitment), toBytes(z), toBytes(y), toBytes(proof))
  },
  blobToKzgCommitment: refuse,
  computeBlobProof: refuse,
  verifyBlobProofBatch: refuse,
  computeCells: refuse,
  computeCellsAndProofs: refuse,
  recoverCellsAndProofs: refuse,
  verifyCellKzgProofBatch: refuse,
}

function toBytes(hex: string): Uint8Array {
  return Buffer.from(hex.slice(2), 'hex')
}

function refuse(): never {
  throw new NativerollError('KZG_NOT_HERE', 'Commitments and proofs of whole blobs are not computed in execution', {
    hint: 'Use createKzg() of the execution node.',
  })
}
