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

/** `nibble ‖ path`. */
export function prepend(nibble: number, path: Uint8Array): Uint8Array {
  const joined = new Uint8Array(path.length + 1)
  joined[0] = nibble
  joined.set(path, 1)
  return joined
}

export function concatPaths(first: Uint8Array, second: Uint8Array): Uint8Array {
  const joined = new Uint8Array(first.length + second.length)
  joined.set(first)
  joined.set(second, first.length)
  return joined
}

/** Hex prefix encoding (Yellow Paper, Appendix C). */
export function toCompact(path: Uint8Array, isLeaf: boolean): Uint8Array {
  const odd = path.length & 1
  const compact = new Uint8Array((path.length >> 1) + 1)
  compact[0] = (isLeaf ? 0x20 : 0) | (odd ? 0x10 | path[0]! : 0)
  for (let i = odd, at = 1; i < path.length; i += 2, at++) compact[at] = (path[i]! << 4) | path[i + 1]!
  return compact
}

/** Undefined if malformed. */
export function fromCompact(compact: Uint8Array): { path: Uint8Array; isLeaf: boolean } | undefined {
  const flags = compact[0]
  if (flags === undefined || flags >= 0x40 || ((flags & 0x10) === 0 && (flags & 0x0f) !== 0)) return undefined
  const nibbles = toNibbles(compact)
  return { path: nibbles.subarray(flags & 0x10 ? 1 : 2), isLeaf: (flags & 0x20) !== 0 }
}
