/** The key's nibbles, one a byte. */
export function toNibbles(key: Uint8Array): Uint8Array {
  const nibbles = new Uint8Array(key.length * 2)
  for (let i = 0; i < key.length; i++) {
    const byte = key[i]!
    nibbles[2 * i] = byte >> 4
    nibbles[2 * i + 1] = byte & 15
  }
  return nibbles
}

/** How many nibbles `path` and `key` (from `offset`) have in common. */
export function commonPrefix(path: Uint8Array, key: Uint8Array, offset: number): number {
  const length = Math.min(path.length, key.length - offset)
  for (let i = 0; i < length; i++) if (path[i] !== key[offset + i]) return i
  return length
}

/** Order of keys of one length. */
export function comparePaths(left: Uint8Array, right: Uint8Array): number {
  const length = Math.min(left.length, right.length)
  for (let i = 0; i < length; i++) if (left[i] !== right[i]) return left[i]! - right[i]!
  return left.length - right.length
}

export function concatPaths(first: Uint8Array, second: Uint8Array): Uint8Array {
  const joined = new Uint8Array(first.length + second.length)
  joined.set(first)
  joined.set(second, first.length)
  return joined
}

/** Bytes of `path` in hex prefix encoding. */
export function compactLength(path: Uint8Array): number {
  return (path.length >> 1) + 1
}

/** Hex prefix encoding (Yellow Paper, Appendix C) into `bytes` from `at` on. Answers where it ends. */
export function writeCompact(path: Uint8Array, isLeaf: boolean, bytes: Uint8Array, at: number): number {
  const odd = path.length & 1
  bytes[at++] = (isLeaf ? 0x20 : 0) | (odd ? 0x10 | path[0]! : 0)
  for (let i = odd; i < path.length; i += 2) bytes[at++] = (path[i]! << 4) | path[i + 1]!
  return at
}

/** Hex prefix encoding in `bytes` from `start` to `end`; undefined if malformed. */
export function readCompact(
  bytes: Uint8Array,
  start: number,
  end: number,
): { path: Uint8Array; isLeaf: boolean } | undefined {
  const flags = bytes[start]
  if (start >= end || flags === undefined || flags >= 0x40 || ((flags & 0x10) === 0 && (flags & 0x0f) !== 0))
    return undefined
  const odd = (flags & 0x10) >> 4
  const path = new Uint8Array(2 * (end - start - 1) + odd)
  if (odd) path[0] = flags & 15
  for (let i = start + 1, at = odd; i < end; i++, at += 2) {
    path[at] = bytes[i]! >> 4
    path[at + 1] = bytes[i]! & 15
  }
  return { path, isLeaf: (flags & 0x20) !== 0 }
}
