import { hash } from 'node:crypto'

const CHUNK = 32

function sha256Pair(left: Uint8Array, right: Uint8Array): Uint8Array {
  const pair = new Uint8Array(2 * CHUNK)
  pair.set(left)
  pair.set(right, CHUNK)
  return hash('sha256', pair, 'buffer')
}

const zeroHashes: Uint8Array[] = [new Uint8Array(CHUNK)]
for (let depth = 1; depth < 64; depth++) zeroHashes.push(sha256Pair(zeroHashes[depth - 1]!, zeroHashes[depth - 1]!))

/** Root of a binary tree with room for `limit` leaves (rounded up to a power of two), the absent ones zero. `chunks` holds whole 32-byte leaves. */
export function merkleize(chunks: Uint8Array, limit = chunks.length / CHUNK): Uint8Array {
  const depth = limit <= 1 ? 0 : 32 - Math.clz32(limit - 1)
  let count = chunks.length / CHUNK
  if (count === 0) return zeroHashes[depth]!
  const level = new Uint8Array(chunks.length + CHUNK)
  level.set(chunks)
  for (let height = 0; height < depth; height++) {
    if (count % 2 === 1) level.set(zeroHashes[height]!, count * CHUNK)
    count = Math.ceil(count / 2)
    for (let i = 0; i < count; i++) {
      level.set(hash('sha256', level.subarray(2 * i * CHUNK, 2 * (i + 1) * CHUNK), 'buffer'), i * CHUNK)
    }
  }
  return level.slice(0, CHUNK)
}

/** EIP-7916: subtrees of 1, 4, 16, … leaves hang off a spine, so a list needs no limit. */
export function merkleizeProgressive(chunks: Uint8Array, leaves = 1): Uint8Array {
  if (chunks.length === 0) return zeroHashes[0]!
  const here = chunks.subarray(0, leaves * CHUNK)
  const rest = chunks.subarray(leaves * CHUNK)
  return sha256Pair(merkleize(here, leaves), merkleizeProgressive(rest, leaves * 4))
}

export function mixInLength(root: Uint8Array, length: number): Uint8Array {
  const chunk = new Uint8Array(CHUNK)
  new DataView(chunk.buffer).setUint32(0, length, true)
  return sha256Pair(root, chunk)
}

/** EIP-7495: a progressive container commits to which of its fields are active; here, the first `count`, all of them. */
export function mixInActiveFields(root: Uint8Array, count: number): Uint8Array {
  const bits = new Uint8Array(CHUNK)
  for (let i = 0; i < count; i++) bits[i >> 3]! |= 1 << (i & 7)
  return sha256Pair(root, bits)
}

/** Bytes padded with zeros to whole chunks. */
export function pack(bytes: Uint8Array): Uint8Array {
  if (bytes.length % CHUNK === 0) return bytes
  const padded = new Uint8Array(Math.ceil(bytes.length / CHUNK) * CHUNK)
  padded.set(bytes)
  return padded
}
