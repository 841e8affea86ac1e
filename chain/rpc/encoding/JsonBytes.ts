/** JSON on its way into bytes. What is written must be ASCII. */
export type JsonBytes = {
  /** Text as it is: punctuation, names, literals. */
  text(ascii: string): void
  /** DATA: quoted, `0x` and two digits per byte. */
  data(bytes: Uint8Array): void
  /** QUANTITY: quoted, `0x` and no leading zeros. */
  quantity(value: bigint | number): void
  /** All that was written so far. */
  bytes(): Uint8Array
}

/** A result that can put its JSON straight into bytes; to a caller in this process it is what `toJSON` makes. */
export type WritableResult = { toJSON(): unknown; writeJson(to: JsonBytes): void }

export function isWritable(result: unknown): result is WritableResult {
  return typeof (result as WritableResult | null | undefined)?.writeJson === 'function'
}

const initialBytes = 16_384
const digits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const high = Uint8Array.from(digits, (pair) => pair.charCodeAt(0))
const low = Uint8Array.from(digits, (pair) => pair.charCodeAt(1))
const quote = 0x22
const zero = 0x30
const x = 0x78

export function createJsonBytes(): JsonBytes {
  let written = new Uint8Array(initialBytes)
  let end = 0

  /** Where there is room for `count` bytes more. */
  function withRoom(count: number): Uint8Array {
    if (end + count > written.length) {
      const larger = new Uint8Array(Math.max(end + count, written.length * 2))
      larger.set(written.subarray(0, end))
      written = larger
    }
    return written
  }

  function text(ascii: string): void {
    const to = withRoom(ascii.length)
    let at = end
    for (let i = 0; i < ascii.length; i++) to[at++] = ascii.charCodeAt(i)
    end = at
  }

  return {
    text,
    data(bytes) {
      const to = withRoom(bytes.length * 2 + 4)
      let at = end
      to[at++] = quote
      to[at++] = zero
      to[at++] = x
      for (let i = 0; i < bytes.length; i++) {
        const byte = bytes[i]!
        to[at++] = high[byte]!
        to[at++] = low[byte]!
      }
      to[at++] = quote
      end = at
    },
    quantity: (value) => text(`"0x${value.toString(16)}"`),
    bytes: () => written.subarray(0, end),
  }
}
