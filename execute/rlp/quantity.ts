const view = new DataView(new ArrayBuffer(32))
const room = new Uint8Array(view.buffer)

/** Big-endian without leading zeros; zero is empty (Yellow Paper, Appendix B). */
export function quantityToBytes(value: bigint): Uint8Array {
  let rest = value
  let start = 32
  while (rest > 0n) {
    if (start === 0) return longQuantity(value)
    start -= 8
    view.setBigUint64(start, rest)
    rest >>= 64n
  }
  while (start < 32 && room[start] === 0) start++
  return room.slice(start)
}

/** Of more than 32 bytes, as only a forger writes it. */
function longQuantity(value: bigint): Uint8Array {
  const hex = value.toString(16)
  return new Uint8Array(Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex'))
}

export function bytesToQuantity(bytes: Uint8Array): bigint {
  const { length } = bytes
  if (length > 32) return BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
  room.fill(0)
  room.set(bytes, 32 - length)
  let value = 0n
  for (let at = 32 - 8 * Math.ceil(length / 8); at < 32; at += 8) value = (value << 64n) | view.getBigUint64(at)
  return value
}
