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

/** The parts one after the other behind a prefix. */
function withHeader(offset: number, parts: readonly Uint8Array[], length: number): Uint8Array {
  const lengthBytes = length < 56 ? 0 : length < 0x100 ? 1 : length < 0x10000 ? 2 : length < 0x1000000 ? 3 : 4
  const encoded = new Uint8Array(1 + lengthBytes + length)
  if (lengthBytes === 0) encoded[0] = offset + length
  else {
    encoded[0] = offset + 55 + lengthBytes
    for (let i = 0; i < lengthBytes; i++) encoded[lengthBytes - i] = length >>> (8 * i)
  }
  let at = 1 + lengthBytes
  for (const part of parts) {
    encoded.set(part, at)
    at += part.length
  }
  return encoded
}

/** An item of an RLP list: `raw` with its header, `payload` without. */
export type RlpItem = { isList: boolean; payload: Uint8Array; raw: Uint8Array }

/** The items of exactly one canonical RLP list; undefined if `bytes` is anything else. */
export function decodeList(bytes: Uint8Array): RlpItem[] | undefined {
  const ends = itemEnds(bytes)
  let start = ends === undefined ? 0 : payloadStart(bytes, 0)
  return ends?.map((end) => {
    const payload = bytes.subarray(payloadStart(bytes, start), end)
    const item = { isList: bytes[start]! >= 0xc0, payload, raw: bytes.subarray(start, end) }
    start = end
    return item
  })
}

/** Where the items of exactly one canonical RLP list end; undefined if `bytes` is anything else. */
export function itemEnds(bytes: Uint8Array): number[] | undefined {
  if (bytes.length === 0 || bytes[0]! < 0xc0 || itemEnd(bytes, 0) !== bytes.length) return undefined
  const ends: number[] = []
  for (let at = payloadStart(bytes, 0); at < bytes.length; ) {
    const end = itemEnd(bytes, at)
    if (end === undefined) return undefined
    ends.push(end)
    at = end
  }
  return ends
}

/** Where the payload of the item at `at` begins. */
export function payloadStart(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!
  if (first < 0x80) return at
  const short = first & 0x3f
  return at + 1 + (short > 55 ? short - 55 : 0)
}

/** Undefined if the item is not canonical, or longer than `bytes`. */
function itemEnd(bytes: Uint8Array, at: number): number | undefined {
  const first = bytes[at]!
  if (first < 0x80) return at + 1
  const start = payloadStart(bytes, at)
  let length = first & 0x3f
  if (length > 55) {
    const lengthBytes = length - 55
    if (lengthBytes > 4 || bytes[at + 1] === 0) return undefined
    length = 0
    for (let i = 1; i <= lengthBytes; i++) length = length * 256 + (bytes[at + i] ?? 0)
    if (length < 56) return undefined
  }
  if (start + length > bytes.length) return undefined
  return first < 0xc0 && length === 1 && bytes[start]! < 0x80 ? undefined : start + length
}
