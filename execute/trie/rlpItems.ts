/** RLP of one byte string. */
export function encodeString(bytes: Uint8Array): Uint8Array {
  if (bytes.length === 1 && bytes[0]! < 0x80) return bytes
  return withHeader(0x80, [bytes], bytes.length)
}

/** RLP of a list whose items are encoded already. */
export function encodeList(items: readonly Uint8Array[]): Uint8Array {
  let length = 0
  for (const item of items) length += item.length
  return withHeader(0xc0, items, length)
}

/** A list whose items, of `length` bytes together, are still to be written from `start` on. */
export function listOfLength(length: number): { bytes: Uint8Array; start: number } {
  const bytes = header(0xc0, length)
  return { bytes, start: bytes.length - length }
}

function withHeader(offset: number, parts: readonly Uint8Array[], length: number): Uint8Array {
  const encoded = header(offset, length)
  let at = encoded.length - length
  for (const part of parts) {
    encoded.set(part, at)
    at += part.length
  }
  return encoded
}

/** The prefix, and room for `length` bytes behind it. */
function header(offset: number, length: number): Uint8Array {
  const lengthBytes = length < 56 ? 0 : length < 0x100 ? 1 : length < 0x10000 ? 2 : length < 0x1000000 ? 3 : 4
  const encoded = new Uint8Array(1 + lengthBytes + length)
  if (lengthBytes === 0) encoded[0] = offset + length
  else {
    encoded[0] = offset + 55 + lengthBytes
    for (let i = 0; i < lengthBytes; i++) encoded[lengthBytes - i] = length >>> (8 * i)
  }
  return encoded
}

/** An item of an RLP list: `raw` with its header, `payload` without. */
export type RlpItem = { isList: boolean; payload: Uint8Array; raw: Uint8Array }

/** The items of exactly one canonical RLP list; undefined if `bytes` is anything else. */
export function decodeList(bytes: Uint8Array): RlpItem[] | undefined {
  const list = readItem(bytes, 0)
  if (list === undefined || !list.isList || list.raw.length !== bytes.length) return undefined
  const items: RlpItem[] = []
  for (let at = 0; at < list.payload.length; ) {
    const item = readItem(list.payload, at)
    if (item === undefined) return undefined
    items.push(item)
    at += item.raw.length
  }
  return items
}

function readItem(bytes: Uint8Array, at: number): RlpItem | undefined {
  const first = bytes[at]
  if (first === undefined) return undefined
  if (first < 0x80) return { isList: false, payload: bytes.subarray(at, at + 1), raw: bytes.subarray(at, at + 1) }
  const isList = first >= 0xc0
  const short = first - (isList ? 0xc0 : 0x80)
  let start = at + 1
  let length = short
  if (short > 55) {
    const lengthBytes = short - 55
    if (lengthBytes > 4 || bytes[start] === 0) return undefined
    length = 0
    for (let i = 0; i < lengthBytes; i++) length = length * 256 + (bytes[start + i] ?? 0)
    start += lengthBytes
    if (length < 56) return undefined
  }
  if (start + length > bytes.length) return undefined
  if (!isList && length === 1 && bytes[start]! < 0x80) return undefined
  return { isList, payload: bytes.subarray(start, start + length), raw: bytes.subarray(at, start + length) }
}
