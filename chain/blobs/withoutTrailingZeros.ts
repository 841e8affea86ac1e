/** Blobs of a devnet are mostly empty. */
export function withoutTrailingZeros(blob: Uint8Array): Uint8Array {
  let end = blob.length
  while (end > 0 && blob[end - 1] === 0) end -= 1
  return blob.slice(0, end)
}
