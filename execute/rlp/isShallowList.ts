/** Where an item ends that is none. */
const MALFORMED = -1

/**
 * Whether `bytes` are one canonical RLP list whose lists nest at most `depth` deep, itself counted. Looks no deeper than that
 * and makes nothing of what it sees, so its cost is linear and small, whereas a recursive decoder copies what is left at every
 * level: seconds for a list of nothing but lists.
 */
export function isShallowList(bytes: Uint8Array, depth: number): boolean {
  return bytes.length > 0 && bytes[0]! >= 0xc0 && endOfItem(bytes, 0, bytes.length, depth) === bytes.length
}

/** Where the item ends that begins at `at`, if that is not behind `limit`. */
function endOfItem(bytes: Uint8Array, at: number, limit: number, depth: number): number {
  const first = bytes[at]!
  if (first < 0x80) return at + 1
  const isList = first >= 0xc0
  let start = at + 1
  let length = first - (isList ? 0xc0 : 0x80)
  if (length > 55) {
    const lengthBytes = length - 55
    if (lengthBytes > 4 || start + lengthBytes > limit || bytes[start] === 0) return MALFORMED
    length = 0
    for (let i = 0; i < lengthBytes; i++) length = length * 256 + bytes[start + i]!
    if (length < 56) return MALFORMED
    start += lengthBytes
  }
  const end = start + length
  if (end > limit) return MALFORMED
  if (!isList) return length === 1 && bytes[start]! < 0x80 ? MALFORMED : end
  if (depth === 0) return MALFORMED
  for (let item = start; item < end; ) {
    item = endOfItem(bytes, item, end, depth - 1)
    if (item === MALFORMED) return MALFORMED
  }
  return end
}
