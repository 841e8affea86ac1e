/** Eight bytes, big-endian, so that keys are in the order of their numbers. */
export function numberKey(number: bigint): Buffer {
  const key = Buffer.alloc(8)
  key.writeBigUInt64BE(number)
  return key
}
