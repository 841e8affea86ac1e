import type { BlobSidecar } from './BlobSidecar.ts'
import type { Kzg } from './Kzg.ts'
import { versionedHashOf } from './versionedHashOf.ts'

/**
 * Commits to blobs and proves them.
 *
 * @param proof `blob`: EIP-4844, one proof a blob (about 60 ms of CPU each). `cell`: EIP-7594, 128 proofs a blob (350 ms)
 */
export async function sidecarOf(blobs: Uint8Array[], kzg: Kzg, proof: 'blob' | 'cell'): Promise<BlobSidecar> {
  const commitments = await Promise.all(blobs.map((blob) => kzg.commit(blob)))
  const proofs =
    proof === 'cell'
      ? (await Promise.all(blobs.map((blob) => kzg.cellProofs(blob)))).flat()
      : await Promise.all(blobs.map((blob, index) => kzg.blobProof(blob, commitments[index] as Uint8Array)))
  const versionedHashes = commitments.map(versionedHashOf)
  return { version: proof === 'cell' ? 1 : 0, versionedHashes, blobs, commitments, proofs }
}
