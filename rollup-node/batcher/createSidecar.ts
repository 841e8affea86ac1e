import { createHash } from 'node:crypto'
import { bytesToHex, type Hex } from 'viem'
import type { Kzg } from '../../chain/index.ts'
import type { BlobSidecar } from '../l1/TransactionSender.ts'

/** Commits to blobs and proves them: one proof each (EIP-4844), or 128 cell proofs each (EIP-7594), which takes 5 times as long. */
export async function createSidecar(kzg: Kzg, blobs: Uint8Array[], kind: 'blob' | 'cell'): Promise<BlobSidecar> {
  const sidecar: BlobSidecar = {
    version: kind === 'blob' ? 0 : 1,
    blobs,
    commitments: [],
    proofs: [],
    versionedHashes: [],
  }
  for (const blob of blobs) {
    const commitment = await kzg.commit(blob)
    const proofs = kind === 'blob' ? [await kzg.blobProof(blob, commitment)] : await kzg.cellProofs(blob)
    sidecar.commitments.push(commitment)
    sidecar.proofs.push(...proofs)
    sidecar.versionedHashes.push(versionedHash(commitment))
  }
  return sidecar
}

/** EIP-4844 `kzg_to_versioned_hash`. */
function versionedHash(commitment: Uint8Array): Hex {
  const hash = createHash('sha256').update(commitment).digest()
  hash[0] = 1
  return bytesToHex(hash)
}
