import { InvalidTransaction } from '../../execute/index.ts'
import { type BlobSidecar, blobBytes, cellsPerBlob } from './BlobSidecar.ts'
import type { Kzg } from './Kzg.ts'
import { versionedHashOf } from './versionedHashOf.ts'

/**
 * EIP-4844 and EIP-7594, networking: every blob is committed to, every commitment's hash is named by the transaction,
 * and the proofs hold. Errors: SIDECAR_MISMATCH, INVALID_KZG_PROOF; of the environment: KZG_UNAVAILABLE.
 */
export async function checkSidecar(sidecar: BlobSidecar, kzg: Kzg): Promise<void> {
  const { versionedHashes, blobs, commitments, proofs } = sidecar
  const count = versionedHashes.length
  expectCount('blobs', blobs.length, count)
  expectCount('commitments', commitments.length, count)
  expectCount('proofs', proofs.length, sidecar.version === 1 ? count * cellsPerBlob : count)
  expectLengths('blob', blobs, blobBytes)
  expectLengths('commitment', commitments, 48)
  expectLengths('proof', proofs, 48)
  commitments.forEach((commitment, index) => {
    const hash = versionedHashOf(commitment)
    if (hash !== versionedHashes[index]) {
      throw mismatch(
        `versioned hash of blob ${index} is ${hash}, the transaction names ${versionedHashes[index]}`,
        hash,
      )
    }
  })
  const valid =
    sidecar.version === 1
      ? await kzg.verifyCellProofs(blobs, commitments, proofs)
      : await kzg.verifyBlobProofs(blobs, commitments, proofs)
  if (!valid) {
    throw new InvalidTransaction('INVALID_KZG_PROOF', 'invalid KZG proof in the blob sidecar', {
      expected: sidecar.version === 1 ? 'cell proofs of these blobs (EIP-7594)' : 'proofs of these blobs (EIP-4844)',
      hint: 'compute commitments and proofs from the blobs that are sent, with the mainnet trusted setup',
    })
  }
}

function expectCount(name: string, got: number, expected: number): void {
  if (got !== expected) throw mismatch(`blob sidecar has ${got} ${name}, expected ${expected}`, got, expected)
}

function expectLengths(name: string, items: Uint8Array[], expected: number): void {
  for (const [index, { length }] of items.entries()) {
    if (length !== expected)
      throw mismatch(`${name} ${index} has ${length} bytes, expected ${expected}`, length, expected)
  }
}

function mismatch(message: string, value: unknown, expected?: unknown): InvalidTransaction {
  return new InvalidTransaction('SIDECAR_MISMATCH', message, { value, expected })
}
