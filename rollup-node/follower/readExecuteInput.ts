import { bytesToHex, type Hex, hexToBytes } from 'viem'
import { decodeExecuteInput, NativerollError, type StatelessInput } from '../../execute/index.ts'
import type { BlobSource } from '../l1/BlobSource.ts'

/** What EXECUTE was given, with what lies in blobs fetched; `l1BlockOf` knows which L1 block carried a blob. Errors: those of the decoder, BLOB_NOT_FOUND. */
export async function readExecuteInput(
  input: Hex,
  blobs: BlobSource,
  l1BlockOf: (versionedHash: Hex) => bigint,
): Promise<StatelessInput> {
  const bytes = hexToBytes(input)
  const fetched = new Map<Hex, Uint8Array>()
  for (;;) {
    let missing: Hex | undefined
    try {
      return decodeExecuteInput(bytes, (versionedHash) => {
        const hash = bytesToHex(versionedHash)
        const blob = fetched.get(hash)
        if (blob === undefined) missing = hash
        return blob
      }).input
    } catch (error) {
      if (missing === undefined || !(error instanceof NativerollError)) throw error
      fetched.set(missing, await blobs.read(missing, l1BlockOf(missing)))
    }
  }
}
